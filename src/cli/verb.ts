import type { Command } from 'commander'

import type { Locale } from '../contract/messages/index.ts'
import type { OwnedDb } from '../platform/db/db.ts'
import type { Platform } from '../platform/platform.ts'
import type { Settings } from '../platform/settings.ts'

/**
 * 退出码 — 0 done, 1 failed, 2 called wrongly, 3 done and something was found (only where the verb's help
 * says so).
 */
export const exitCode = { done: 0, failed: 1, usage: 2, found: 3 } as const

export type Say = (code: string, data?: Readonly<Record<string, unknown>>) => string

/** 往来 — where the one who asked stands, and how to speak to him. */
export interface Io {
  readonly locale: Locale
  /** Whether his terminal shows colors. */
  readonly colors: boolean
  /** His current folder; relative paths are resolved against it, never against ours. */
  readonly cwd: string
  stdout(text: string): void
  stderr(text: string): void
}

/** 命令环境（未打开平台）— what every verb may touch. */
export interface BareContext extends Io {
  readonly settings: Settings
  /** The text of a message code in the language of the one who asked. */
  readonly say: Say
}

/**
 * 命令环境 — the same with the platform open: in the verb's own process, or in the server that was asked by
 * socket.
 */
export interface VerbContext extends BareContext {
  readonly platform: Platform
  /** For backup and checks of the whole; features go through `platform.db`. */
  readonly ownedDb: OwnedDb
}

interface Named {
  /**
   * One word, or two (`audit verify`). Its help line is the message `verb.<name>`, with a dot between two
   * words.
   */
  readonly name: string
  /** Declares arguments and options; their help lines are messages too. */
  register(command: Command, say: Say): void
}

/** 命令 — one word of `anxin` that works on the open platform. */
export interface Verb extends Named {
  readonly needs?: 'platform'
  run(
    context: VerbContext,
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ): Promise<number>
}

/** 命令（自行打开）— one that opens the platform in its own way, or not at all; it never runs inside a server. */
export interface BareVerb extends Named {
  readonly needs: 'nothing'
  run(
    context: BareContext,
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ): Promise<number>
}

export type AnyVerb = Verb | BareVerb
