import type { CorpusCase } from './case-model.js'
import { alphabetTexts } from './look-alikes/alphabet-texts.js'
import { buildOutputs } from './look-alikes/build-outputs.js'
import { checksums } from './look-alikes/checksums.js'
import { dependencyHashes } from './look-alikes/dependency-hashes.js'
import { encodedAssets } from './look-alikes/encoded-assets.js'
import { encryptedValues } from './look-alikes/encrypted-values.js'
import { harmlessCode } from './look-alikes/harmless-code.js'
import { harmlessContainers } from './look-alikes/harmless-containers.js'
import { identifiers } from './look-alikes/identifiers.js'
import { namesAndPaths } from './look-alikes/names-and-paths.js'
import { otherServices } from './look-alikes/other-services.js'
import { placeholders } from './look-alikes/placeholders.js'
import { publicMaterial } from './look-alikes/public-material.js'
import { references } from './look-alikes/references.js'
import { resourceNames } from './look-alikes/resource-names.js'
import { serviceAnswers } from './look-alikes/service-answers.js'
import { wordsOfCode } from './look-alikes/words-of-code.js'
import { casesOf } from './making/draft.js'

/** Files in which nothing is to be found, the same for the same seed. */
export const lookAlikes = (seed: number): readonly CorpusCase[] =>
  casesOf(seed, [
    ...encodedAssets,
    ...dependencyHashes,
    ...buildOutputs,
    ...checksums,
    ...serviceAnswers,
    ...publicMaterial,
    ...alphabetTexts,
    ...placeholders,
    ...references,
    ...encryptedValues,
    ...identifiers,
    ...resourceNames,
    ...namesAndPaths,
    ...wordsOfCode,
    ...harmlessCode,
    ...harmlessContainers,
    ...otherServices,
  ])
