/** 文件限制 — how much an uploaded file may cost. Uploads are hostile until read. */
export interface FileLimits {
  /** Bytes of the file as sent. */
  readonly fileBytes: number
  /** Bytes of all parts of a zip container together, unpacked. */
  readonly inflatedBytes: number
  readonly zipEntries: number
  /** How many times larger a part may become; parts below a few megabytes are exempt. */
  readonly zipRatio: number
  readonly rows: number
  readonly columns: number
  /** Cells of one sheet, counting the empty ones to the left of a filled one. */
  readonly cells: number
  readonly cellCharacters: number
  /** Bytes of one XML document. */
  readonly xmlBytes: number
  /** Seconds the reader may work; time in which the caller keeps it waiting is not counted. */
  readonly seconds: number
  /** Megabytes of memory the reader's process may hold, all kinds together. */
  readonly memoryMegabytes: number
}

const MEBIBYTE = 1024 * 1024

/**
 * 默认文件限制 — large enough for the files offices send (100,000 payroll lines), small enough for a small
 * server.
 */
export const defaultLimits: FileLimits = {
  fileBytes: 100 * MEBIBYTE,
  inflatedBytes: 200 * MEBIBYTE,
  zipEntries: 2_000,
  zipRatio: 200,
  rows: 1_048_576,
  columns: 2_000,
  cells: 20_000_000,
  cellCharacters: 32_767,
  xmlBytes: 50 * MEBIBYTE,
  seconds: 120,
  memoryMegabytes: 640,
}

/** 兆字节 — bytes as megabytes for a message, one decimal, rounded up. */
export function megabytes(bytes: number): number {
  return Math.ceil((bytes / MEBIBYTE) * 10) / 10
}
