import { describe, expect, it } from 'vitest'

import { bareVerbs } from './bare-verbs.ts'
import { runProgram } from './program.ts'
import type { AnyVerb, Verb } from './verb.ts'
import { verbs } from './verbs.ts'

const all: readonly AnyVerb[] = [...bareVerbs, ...verbs]

const takeIn: Verb = {
  name: 'import',
  register: (command) => {
    command.argument('<path...>', 'paths').option('--kind <kind>', 'kind').option('--json', 'json')
  },
  run: async () => 0,
}

async function run(
  argv: readonly string[],
  given: { verbs?: readonly AnyVerb[]; locale?: 'zh-CN' | 'en' } = {},
) {
  const printed = { stdout: '', stderr: '' }
  const performed: unknown[] = []
  const io = {
    locale: given.locale ?? ('zh-CN' as const),
    colors: false,
    cwd: '/',
    stdout: (text: string) => {
      printed.stdout += text
    },
    stderr: (text: string) => {
      printed.stderr += text
    },
  }
  const code = await runProgram(argv, {
    verbs: given.verbs ?? all,
    io,
    perform: async (verb, args, options) => {
      performed.push([verb.name, args, options])
      return 3
    },
  })
  return { code, performed, ...printed }
}

describe('runProgram', () => {
  it('finds the verb, its arguments and options, and hands on its exit code', async () => {
    const argv = ['import', 'a.xlsx', '工资 表.csv', '--kind', 'payroll', '--json']
    const { code, performed } = await run(argv, { verbs: [takeIn] })
    expect(performed).toEqual([['import', ['a.xlsx', '工资 表.csv'], { kind: 'payroll', json: true }]])
    expect(code).toBe(3)
  })

  it('finds a verb of two words', async () => {
    expect((await run(['audit', 'verify', '--json'])).performed).toEqual([
      ['audit verify', [], { json: true }],
    ])
  })

  it('shows help in Chinese and in English, with every verb and none of its lines missing', async () => {
    const chinese = await run(['--help'])
    expect(chinese.code).toBe(0)
    expect(chinese.stdout).toContain('用法：')
    expect(chinese.stdout).not.toMatch(/Usage|Options:|Commands|display help/)
    const english = await run(['--help'], { locale: 'en' })
    expect(english.stdout).not.toMatch(/\p{Script=Han}/u)
    for (const { name } of all) {
      expect(chinese.stdout).toContain(`  ${name.split(' ')[0]} `)
    }
    expect(chinese.stdout + english.stdout).not.toMatch(/verb\.|cli\.|option\./)
  })

  it('shows the help of each verb in both languages', async () => {
    for (const { name } of all) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const { code, stdout } = await run([...name.split(' '), '--help'], { locale })
        expect(code).toBe(0)
        expect(stdout).not.toMatch(/verb\.|[a-z]+\.(option|argument)\./)
        expect(/\p{Script=Han}/u.test(stdout)).toBe(locale === 'zh-CN')
      }
    }
  })

  it('shows the version', async () => {
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })

  it('refuses a wrong command line with 2 and says in the language asked for what is wrong', async () => {
    const wrong = [
      [['pay'], '没有命令 pay', 'no command pay'],
      [['health', '--jsn'], '没有选项 --jsn', 'no option --jsn'],
      [['backup'], '缺少参数 file', 'Argument file'],
      [['backup', 'a', 'b'], '参数太多', 'Too many arguments'],
      [['restore', 'a', '--key'], '选项 --key <file> 需要一个值', 'Option --key <file> needs'],
      [['move'], '必须给出选项 --to <url>', 'Option --to <url> must'],
    ] as const
    for (const [argv, chinese, english] of wrong) {
      expect(await run(argv)).toMatchObject({
        code: 2,
        performed: [],
        stderr: expect.stringContaining(chinese),
      })
      expect((await run(argv, { locale: 'en' })).stderr).toContain(english)
    }
  })

  it('shows its help and gives 2 where no verb is named', async () => {
    const { code, stderr } = await run([])
    expect(code).toBe(2)
    expect(stderr).toContain('用法：')
  })
})
