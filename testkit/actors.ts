import type { Actor } from '../src/platform/transact.ts'

/** 监察员 — sees an area, and of it the sectors given. */
export function inspector(area: string, sectors: readonly string[] | '*' = '*'): Actor {
  const scope = { areas: [area], sectors, organizations: [], person: null }
  return { id: `inspector-${area}`, name: '王监察', scope }
}

/** 企业人员 — sees what belongs to one organization. */
export function companyOfficer(organizationId: string): Actor {
  const scope = { areas: [], sectors: [], organizations: [organizationId], person: null }
  return { id: `officer-${organizationId}`, name: '李专管', scope }
}

/** 农民工 — sees what is about one person. */
export function worker(personId: string): Actor {
  const scope = { areas: [], sectors: [], organizations: [], person: personId }
  return { id: `worker-${personId}`, name: '张三', scope }
}

/** 无权者 — is known and may see nothing. */
export const nobody: Actor = {
  id: 'nobody',
  name: '无权者',
  scope: { areas: [], sectors: [], organizations: [], person: null },
}
