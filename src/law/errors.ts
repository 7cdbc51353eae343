import type { Text } from './text.ts'

/**
 * 法律未覆盖 — a question about a day or year for which no text, notice or table is held. Never answered by a
 * guess.
 */
export class LawNotCovered extends Error {
  readonly kind = 'law-not-covered'
  readonly subject: Text
  readonly asked: string

  constructor(subject: Text, asked: string) {
    super(`${subject.zh}没有覆盖 ${asked} 的依据 / nothing held on "${subject.en}" covers ${asked}`)
    this.name = 'LawNotCovered'
    this.subject = subject
    this.asked = asked
  }
}
