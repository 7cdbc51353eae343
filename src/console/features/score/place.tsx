import { Link } from '@tanstack/react-router'

interface PlaceProps {
  of: { worksiteId: string | null; worksiteName: string; worksiteCode: string }
}

/** 用工点 — by name and code; it cannot be opened where it was never imported. */
export function Place({ of: { worksiteId, worksiteName, worksiteCode } }: PlaceProps) {
  return (
    <>
      {worksiteId === null ? (
        worksiteName
      ) : (
        <Link to="/worksites/$worksiteId" params={{ worksiteId }}>
          {worksiteName}
        </Link>
      )}
      <div className="quiet number">{worksiteCode}</div>
    </>
  )
}
