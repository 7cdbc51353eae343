/** 造出的流 — a stream of an OLE container. */
export interface CraftedStream {
  readonly name: string
  readonly content: Buffer
}

const SECTOR = 512
const FREE = 0xffff_ffff
const END = 0xffff_fffe
const TABLE = 0xffff_fffd
/** Streams below this size would go to the small-stream area, which these containers do not have. */
const SMALLEST = 4096

/**
 * 造复合文档 — an OLE container (xls, doc, an encrypted xlsx) with the given streams, each padded to 4096 bytes.
 */
export function craftOle(streams: readonly CraftedStream[]): Buffer {
  const contents = streams.map(({ content }) => padded(content, Math.max(SMALLEST, content.length)))
  const directorySectors = Math.ceil((streams.length + 1) / 4)
  const dataSectors = contents.reduce((sum, content) => sum + content.length / SECTOR, 0)
  const chains = [directorySectors, ...contents.map((content) => content.length / SECTOR)]
  const table = tableOf(chains, directorySectors + dataSectors)
  let start = directorySectors
  const entries = streams.map(({ name }, at) => {
    const entry = directoryEntry(name, 2, { start, size: contents[at]?.length ?? 0 })
    start += (contents[at]?.length ?? 0) / SECTOR
    return entry
  })
  const directory = Buffer.concat([directoryEntry('Root Entry', 5, { start: END, size: 0 }), ...entries])
  return Buffer.concat([header(start), padded(directory, directorySectors * SECTOR), ...contents, table])
}

function padded(content: Buffer, size: number): Buffer {
  return Buffer.concat([content, Buffer.alloc(Math.ceil(size / SECTOR) * SECTOR - content.length)])
}

/** The one sector of the allocation table stands behind everything else. */
function tableOf(chains: readonly number[], tableSector: number): Buffer {
  const table = Buffer.alloc(SECTOR)
  for (let at = 0; at < SECTOR / 4; at += 1) {
    table.writeUInt32LE(FREE, at * 4)
  }
  let at = 0
  for (const length of chains) {
    for (let step = 1; step <= length; step += 1) {
      table.writeUInt32LE(step === length ? END : at + 1, at * 4)
      at += 1
    }
  }
  table.writeUInt32LE(TABLE, tableSector * 4)
  return table
}

function header(tableSector: number): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex')
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(0, 48)
  bytes.writeUInt32LE(SMALLEST, 56)
  bytes.writeUInt32LE(END, 60)
  bytes.writeUInt32LE(END, 68)
  for (let at = 76; at < SECTOR; at += 4) {
    bytes.writeUInt32LE(at === 76 ? tableSector : FREE, at)
  }
  return bytes
}

function directoryEntry(name: string, type: number, place: { start: number; size: number }): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 0, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes.writeUInt8(type, 66)
  bytes.fill(0xff, 68, 80)
  bytes.writeUInt32LE(place.start, 116)
  bytes.writeUInt32LE(place.size, 120)
  return bytes
}
