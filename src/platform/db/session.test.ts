import { describe, expect, it } from 'vitest'

import { beginMessage, type Scope, type Session } from './session.ts'

const nothing: Scope = { areas: [], sectors: [], organizations: [], person: null }

function sessionWith(scope: Partial<Scope>, actor = 'someone'): Session {
  return { role: 'app', actor, scope: { ...nothing, ...scope }, readOnly: false }
}

describe('beginMessage', () => {
  it('is one message that begins, takes the role and sets every setting', () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057'
    const scope = { areas: ['3301', '330206'], sectors: ['housing'], organizations: [id], person: id }
    expect(beginMessage(sessionWith(scope))).toBe(
      "BEGIN; SET LOCAL TimeZone = 'UTC'; SET LOCAL jit = off; " +
        "SET LOCAL ROLE anxin_app; SET LOCAL app.areas = '3301,330206'; " +
        `SET LOCAL app.sectors = 'housing'; SET LOCAL app.organizations = '${id}'; ` +
        `SET LOCAL app.person = '${id}'; SET LOCAL app.actor = 'someone'`,
    )
  })

  it('sets what is not granted to nothing, so that no setting of an earlier transaction can stay', () => {
    const message = beginMessage(sessionWith({}))
    for (const setting of ['areas', 'sectors', 'organizations', 'person']) {
      expect(message).toContain(`SET LOCAL app.${setting} = ''`)
    }
  })

  it('lets only a named system actor look at every area', () => {
    expect(beginMessage(sessionWith({ areas: '*' }, 'local-operator'))).toContain("app.areas = '*'")
    expect(() => beginMessage(sessionWith({ areas: '*' }, 'inspector-7'))).toThrow('named system actor')
  })

  const wrong: readonly (readonly [string, Partial<Scope>])[] = [
    ['an empty prefix', { areas: [''] }],
    ['a star inside the list', { areas: ['*'] }],
    ['a prefix of one digit', { areas: ['3'] }],
    ['a prefix of ten digits', { areas: ['3301060011'] }],
    ['a prefix with a quote', { areas: ["33' or true --"] }],
    ['a prefix with a comma', { areas: ['33,44'] }],
    ['a prefix with a line after it', { areas: ['33\n'] }],
    ['a sector with a quote', { sectors: ["housing'"] }],
    ['a star inside the sectors', { sectors: ['*'] }],
    ['an organization that is no UUID', { organizations: ['1'] }],
    ['a person that is no UUID', { person: '' }],
  ]

  it.each(wrong)('refuses %s', (_, scope) => {
    expect(() => beginMessage(sessionWith(scope))).toThrow('each value of a scope')
  })

  it('refuses an actor whose id could end the quotes', () => {
    expect(() => beginMessage(sessionWith({}, "x'; reset role"))).toThrow('an actor id')
  })
})
