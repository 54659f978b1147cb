/**
 * Files with AWS credentials in every shape and hiding place, and files that only look like it, all made from a
 * seed. What the corpus takes for right, beside the shapes of the values:
 * - a pair or triple in one file is one `aws-access-key`, however far apart its parts stand
 * - a value is expected decoded, except the `auth` of a docker configuration, which is expected as it stands
 * - the ID and the token within a presigned URL, a short-term Bedrock key or an EKS token are no findings of their own
 * - a CloudFront private key is its whole PEM block, without indentation and without a line break at its end
 */
export type { CorpusCase, CorpusFile, ExpectedCredential, Property } from './case-model.js'
export { lookAlikes } from './look-alikes.js'
export { positives } from './positives.js'
