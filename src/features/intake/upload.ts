import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Value } from 'typebox/value'

import { UploadOptions } from '../../contract/endpoints/intake.ts'
import { Refusal } from '../../contract/errors.ts'
import { type Day, parseDay } from '../../law/day.ts'
import type { IntakeOptions } from './importer.ts'

export interface Upload {
  readonly bytes: Buffer
  readonly fileName: string
  readonly options: IntakeOptions
  readonly receivedOn: Day | undefined
}

/**
 * 读上传 — the one file of a multipart request, and its field `options` (JSON) where it stands. A file over
 * the limit is answered with 413 by the form reader. Refuses `intake.no-file`, `intake.one-file`,
 * `intake.bad-options`.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new Refusal('intake.no-file', {}, 'invalid')
  }
  let file: { bytes: Buffer; fileName: string } | undefined
  let said: unknown = {}
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      said = part.fieldname === 'options' ? parseJson(part.value) : said
    } else if (file === undefined) {
      file = { bytes: await part.toBuffer(), fileName: part.filename }
    } else {
      await passOver(part)
      throw new Refusal('intake.one-file', {}, 'invalid')
    }
  }
  if (file === undefined) {
    throw new Refusal('intake.no-file', {}, 'invalid')
  }
  return { ...file, ...checked(said) }
}

/** The rest of the request must be read before it is answered, or the sender sees a broken connection. */
async function passOver(part: MultipartFile): Promise<void> {
  part.file.resume()
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    throw new Refusal('intake.bad-options', { where: '' }, 'invalid')
  }
}

function checked(said: unknown): Pick<Upload, 'options' | 'receivedOn'> {
  if (!Value.Check(UploadOptions, said)) {
    const [first] = Value.Errors(UploadOptions, said)
    throw new Refusal('intake.bad-options', { where: first?.instancePath ?? '' }, 'invalid')
  }
  const { receivedOn, ...options } = said
  const day = receivedOn === undefined ? undefined : parseDay(receivedOn)
  if (day === null) {
    throw new Refusal('intake.bad-options', { where: '/receivedOn' }, 'invalid')
  }
  return { options, receivedOn: day }
}
