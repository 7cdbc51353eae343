import { Command, CommanderError, type Option } from 'commander'

import { say } from '../contract/messages/index.ts'
import { packageVersion } from '../platform/package.ts'
import { type AnyVerb, exitCode, type Io, type Say } from './verb.ts'

export type Perform = (
  verb: AnyVerb,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<number>

export interface ProgramOptions {
  readonly verbs: readonly AnyVerb[]
  readonly io: Io
  readonly perform: Perform
}

/**
 * 运行命令行 — finds the verb that a command line names and performs it. Gives the exit code; 2 when it names
 * none.
 */
export async function runProgram(argv: readonly string[], options: ProgramOptions): Promise<number> {
  const { io } = options
  const inLocale: Say = (code, data) => say(io.locale, code, data)
  let code: number = exitCode.usage
  const root = prepared(new Command('anxin'), io, inLocale)
    .version(packageVersion(), '-V, --version', inLocale('cli.option.version'))
    .helpCommand(false)
    .addHelpText('after', `\n${inLocale('cli.after-help')}`)
  for (const verb of options.verbs) {
    const command = commandFor(root, verb.name, (word) => prepared(new Command(word), io, inLocale))
    command.description(inLocale(`verb.${verb.name.replace(' ', '.')}`))
    verb.register(command, inLocale)
    command.action(async () => {
      code = await options.perform(verb, command.args, command.opts())
    })
  }
  try {
    await root.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error
    }
    return explain(error, io, inLocale)
  }
}

/** A verb of two words hangs under a command for its first word, which is made with the first such verb. */
function commandFor(root: Command, name: string, make: (word: string) => Command): Command {
  const [first = '', second] = name.split(' ')
  const known = root.commands.find((each) => each.name() === first)
  const outer = known ?? make(first)
  if (known === undefined) {
    root.addCommand(outer)
  }
  if (second === undefined) {
    return outer
  }
  const inner = make(second)
  outer.addCommand(inner)
  return inner
}

function prepared(command: Command, io: Io, inLocale: Say): Command {
  return command
    .description(inLocale(`verb.${command.name()}`))
    .helpCommand(false)
    .helpOption('-h, --help', inLocale('cli.option.help'))
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => inLocale(`cli.title.${title.replace(':', '').toLowerCase()}`),
      optionDescription: (option) => describeOption(option, inLocale),
    })
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: () => undefined,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => io.colors,
      getErrHasColors: () => io.colors,
    })
}

/** commander adds choices in English. */
function describeOption({ description, argChoices }: Option, inLocale: Say): string {
  return argChoices === undefined
    ? description
    : inLocale('cli.choices', { description, choices: argChoices })
}

const usageErrors: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'cli.unknown-option',
  'commander.unknownCommand': 'cli.unknown-verb',
  'commander.missingArgument': 'cli.missing-argument',
  'commander.optionMissingArgument': 'cli.option-without-value',
  'commander.missingMandatoryOptionValue': 'cli.missing-option',
  'commander.invalidArgument': 'cli.invalid-value',
  'commander.excessArguments': 'cli.too-many-arguments',
}

/**
 * commander throws for `--help` as well; what it says of a wrong command line is English, so we say it
 * ourselves.
 */
function explain(error: CommanderError, io: Io, inLocale: Say): number {
  if (error.exitCode === 0) {
    return exitCode.done
  }
  const code = usageErrors[error.code]
  if (code !== undefined) {
    const [, what = ''] = /'([^']*)'/.exec(error.message) ?? []
    io.stderr(`${inLocale(code, { what })}\n`)
  }
  return exitCode.usage
}
