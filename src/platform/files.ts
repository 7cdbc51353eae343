import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

import { newId } from './ids.ts'

/** 建文件夹 — with its parents, each open to the owner only, and on the disk when this returns. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
    syncFolder(dirname(made))
  }
}

/**
 * 落盘写入 — the file is there whole and on the disk, or not at all: temporary file, fsync, rename, fsync of
 * the folder. Replaces an earlier file. Mode 0600.
 */
export function writeFileDurably(file: string, bytes: Uint8Array): void {
  const temporary = writeTemporary(file, bytes)
  renameSync(temporary, file)
  syncFolder(dirname(file))
}

/** 新文件写入 — as `writeFileDurably`, but throws `EEXIST` where the file exists, also when two try at once. */
export function writeNewFile(file: string, bytes: Uint8Array): void {
  const temporary = writeTemporary(file, bytes)
  try {
    linkSync(temporary, file)
  } finally {
    unlinkSync(temporary)
  }
  syncFolder(dirname(file))
}

/** 是否某系统错误 — whether a thrown value is the operating system's error of this name. */
export function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

function writeTemporary(file: string, bytes: Uint8Array): string {
  const temporary = `${file}.${newId()}.tmp`
  const handle = openSync(temporary, 'wx', 0o600)
  try {
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(handle, bytes, written)
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return temporary
}

/** 目录落盘 — makes names that were added to or removed from a folder last. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
