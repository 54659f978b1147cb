import type { CorpusCase } from './case-model.js'
import { apiResponses } from './forms/api-responses.js'
import { archives } from './forms/archives.js'
import { bearerKeys } from './forms/bearer-keys.js'
import { binaries } from './forms/binaries.js'
import { captures } from './forms/captures.js'
import { commandOptions } from './forms/command-options.js'
import { commands } from './forms/commands.js'
import { configurationFiles } from './forms/configuration-files.js'
import { credentialFiles } from './forms/credential-files.js'
import { credentialUrls } from './forms/credential-urls.js'
import { documents } from './forms/documents.js'
import { encodings } from './forms/encodings.js'
import { environmentFiles } from './forms/environment-files.js'
import { escapes } from './forms/escapes.js'
import { frameworks } from './forms/frameworks.js'
import { halves } from './forms/halves.js'
import { infrastructureFiles } from './forms/infrastructure-files.js'
import { joinedStrings } from './forms/joined-strings.js'
import { kubernetesSecrets } from './forms/kubernetes-secrets.js'
import { compiledLanguages } from './forms/languages-compiled.js'
import { jvmLanguages } from './forms/languages-jvm.js'
import { scriptingLanguages } from './forms/languages-scripting.js'
import { pagesAndPatches } from './forms/pages-and-patches.js'
import { pipelineFiles } from './forms/pipeline-files.js'
import { servicePasswords } from './forms/service-passwords.js'
import { signedUrlsAndKeys } from './forms/signed-urls-and-keys.js'
import { sqlDumps } from './forms/sql-dumps.js'
import { sqlStatements } from './forms/sql-statements.js'
import { terraformStates } from './forms/terraform-states.js'
import { toolFiles } from './forms/tool-files.js'
import { casesOf } from './making/draft.js'
import { languageForm } from './making/language.js'

/** Files with credentials in them, the same for the same seed. */
export const positives = (seed: number): readonly CorpusCase[] =>
  casesOf(seed, [
    ...credentialFiles,
    ...apiResponses,
    ...terraformStates,
    ...environmentFiles,
    ...configurationFiles,
    ...infrastructureFiles,
    ...pipelineFiles,
    ...[...scriptingLanguages, ...jvmLanguages, ...compiledLanguages].map(languageForm),
    ...frameworks,
    ...commands,
    ...commandOptions,
    ...sqlStatements,
    ...sqlDumps,
    ...credentialUrls,
    ...toolFiles,
    ...captures,
    ...documents,
    ...pagesAndPatches,
    ...halves,
    ...encodings,
    ...kubernetesSecrets,
    ...escapes,
    ...joinedStrings,
    ...archives,
    ...binaries,
    ...bearerKeys,
    ...servicePasswords,
    ...signedUrlsAndKeys,
  ])
