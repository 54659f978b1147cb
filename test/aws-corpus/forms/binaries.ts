import type { Draft } from '../case-model.js'
import type { Credential } from '../making/credentials.js'
import { type Form, pairOf } from '../making/draft.js'
import type { Material } from '../making/material.js'

const inBinary =
  (path: string, write: (m: Material, k: Credential) => readonly Uint8Array[]) =>
  (m: Material): Draft => {
    const k = m.longTerm()
    return {
      files: [{ path, bytes: Buffer.concat(write(m, k)) }],
      expected: [pairOf(k)],
      dropped: ['text-file'],
    }
  }

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** CONSTANT_Utf8_info of a Java class file (JVM Specification, section 4.4.7): tag 1, two bytes of length. */
const constant = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([1, text.length >> 8, text.length & 0xff]), latin(text)])

const cString = (text: string): Uint8Array => latin(`${text}\0`)

/** Compiled programs keep their strings in clear. */
export const binaries: readonly Form[] = [
  {
    name: 'binary-java-class',
    variants: {
      'named-constants': inBinary('out/com/acme/Keys.class', (m, k) => [
        Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61, 0, 40]),
        ...[
          'com/acme/Keys',
          'AWS_ACCESS_KEY',
          'Ljava/lang/String;',
          'ConstantValue',
          k.id,
          'AWS_SECRET_KEY',
          k.secret,
          m.bucket(),
          'SourceFile',
          'Keys.java',
        ].map(constant),
        m.bytes(120),
      ]),
    },
  },
  {
    name: 'binary-c-strings',
    variants: {
      elf: inBinary('bin/uploader', (m, k) => [
        Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
        m.bytes(200),
        ...[
          'aws_access_key_id',
          k.id,
          'aws_secret_access_key',
          k.secret,
          'us-east-1',
          `upload to ${m.bucket()} failed: %s`,
        ].map(cString),
        m.bytes(200),
      ]),
    },
  },
]
