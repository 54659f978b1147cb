/// <reference lib="esnext.disposable" />
declare const CONFIDENCES: readonly [
	"low",
	"medium",
	"high"
];
declare const SEVERITIES: readonly [
	"info",
	"low",
	"medium",
	"high",
	"critical"
];
declare const VERIFICATION_STATUSES: readonly [
	"active",
	"denied-but-valid",
	"inactive-or-deleted",
	"expired",
	"wrong-secret",
	"unreachable",
	"unknown",
	"not-checked"
];
/** Nothing was scanned. `reason` says why, for programs; the message for people. Neither holds scanned content. */
export declare class ScanError extends Error {
	readonly name = "ScanError";
	readonly reason: RequestError;
	constructor(reason: RequestError);
}
/**
 * A secret value that shows itself redacted wherever it is printed. The plain value comes out by `reveal()`
 * only; test/architecture/reveal-callers.test.ts lists who may call it, and counts them.
 * Not cloneable between threads: a structured clone drops private fields.
 */
export declare class Secret {
	#private;
	/** @param shown the redacted form, see `redactedForm` */
	constructor(plain: string, shown: string);
	reveal(): string;
	toString(): string;
	toJSON(): string;
}
/** What a report can be written as; docs/formats.md says for whom each one is. */
export declare const FORMATS: readonly [
	"text",
	"sarif",
	"json",
	"jsonl",
	"github",
	"gitlab",
	"gitlab-codequality",
	"junit",
	"csv",
	"html",
	"markdown",
	"rdjson"
];
/** A scanner keeps its rules compiled and some megabytes of memory: make one for many scans, and close it. */
export declare const createScanner: (options?: ScannerOptions) => Scanner;
/**
 * A result as text in one format, in chunks that are made while they are taken. Adds nothing to the result: order,
 * severities and redaction are as they are. An empty iterable is possible (a clean commit).
 */
export declare const render: (result: ScanResult, format: Format, options: RenderOptions) => Iterable<string>;
/** One scan of files and directories, with the options of the scanner that is made for it. */
export declare const scanPaths: (paths: readonly string[], options?: PathsOptions & ScannerOptions) => Promise<ScanResult>;
/** One scan of one text, with the options of the scanner that is made for it. */
export declare const scanText: (text: string | Uint8Array, options?: TextOptions & ScannerOptions) => Promise<ScanResult>;
/** A secret near a credential's id, and what a finding tells where it turns out to be the right one. */
export interface AlternativeSecret {
	readonly secret: Secret;
	readonly region: Region;
	readonly excerpt: readonly MaskedLine[];
	readonly lineHash: string;
}
export interface Counts {
	/** Blobs whose bytes were looked at (binary ones are not counted). */
	readonly files: number;
	readonly bytes: number;
	readonly findings: Readonly<Record<Severity, number>>;
	readonly suppressed: number;
	/** Documented example credentials that were seen and are never findings. */
	readonly examples: number;
	/** Blobs that were not read again, since an earlier run with the same rules found them clean (`--cache`). */
	readonly known: number;
	readonly unread: number;
	readonly skipped: number;
}
/** One credential in one file. What JSON Lines hold (`report/finding-record.ts`), and what only people's reports need. */
export interface Finding {
	readonly ruleId: string;
	readonly severity: Severity;
	readonly confidence: Confidence;
	/** As `Blob.path`; parts that hold a credential's value are masked. */
	readonly path: string;
	/**
	 * Names of archive members from the outermost inwards; null for a plain file. Lines and columns of the region are then
	 * the innermost member's, and bytes are those of the outermost file that hold the outermost member.
	 */
	readonly container: readonly string[] | null;
	/** The primary part: the secret where there is one. */
	readonly region: Region;
	/** The primary part's redacted form. */
	readonly redacted: string;
	/** `v1:` and hex digits. */
	readonly fingerprint: string;
	readonly origin: Origin;
	readonly facts: Facts;
	readonly related: readonly Related[];
	/** Fingerprints of findings in other files that hold this credential's other half. */
	readonly partners: readonly string[];
	readonly verification: Verification;
	readonly suppressed: Suppression | null;
	/** What to do now: one or two plain sentences. */
	readonly remedy: string;
	/** Why this was taken for a credential: short phrases, most telling first. Not part of JSON Lines. */
	readonly why: readonly string[];
	/** For the text report. Not part of JSON Lines. */
	readonly excerpt: readonly MaskedLine[];
	/** GitHub's line hash over masked lines, `<hex>:<count>`, for SARIF. Not part of JSON Lines. */
	readonly lineHash: string;
	/** Name the primary part is assigned to, lower case without `_`, `-`, `.`; empty if none. Never printed. */
	readonly assignedName: string;
	/** The values, for verification. Never printed. */
	readonly values: Readonly<Partial<Record<PartRole, Secret>>>;
	/** Further secrets that may be the id's, likeliest first. Never printed. */
	readonly alternatives: readonly AlternativeSecret[];
}
/** Who brought a line in, and when. */
export interface Introduction {
	/** Full object id of the commit. */
	readonly commit: string;
	readonly author: string;
	/** Author date, ISO 8601 with offset. */
	readonly date: string;
}
/** One line of the file with everything that could be a secret hidden, made by `policy/masked-line`. */
export interface MaskedLine {
	/** 1-based. */
	readonly line: number;
	readonly text: string;
	/** Columns of `text` to underline, 1-based UTF-16 units, end exclusive; null for a line without a part. */
	readonly mark: {
		readonly start: number;
		readonly end: number;
	} | null;
}
/** Where the bytes of a blob were taken from. `commit`, `author` and `date` are set for kind `commit` only. */
export interface Origin {
	readonly kind: OriginKind;
	readonly commit: string | null;
	readonly author: string | null;
	/** ISO 8601 with offset. */
	readonly date: string | null;
	/** The commit that introduced the finding's primary line, where that was asked for and is known. */
	readonly introduced: Introduction | null;
}
export interface PathsOptions {
	/** What paths are relative to, and where a repository is looked for; the process's own if absent. */
	readonly cwd?: string;
	/** Globs relative to the repository's top level, or to `cwd` outside one; everything if absent. */
	readonly include?: readonly string[];
	readonly exclude?: readonly string[];
	/** Who introduced a finding's line, by git blame; `none` if absent. */
	readonly attribution?: "blame" | "none";
}
/** `line` is 1-based. */
export interface PushLineError {
	readonly kind: "bad-push-line";
	readonly line: number;
}
/**
 * The same range as people and editors count it. Lines and columns are 1-based, columns count UTF-16 code
 * units of the decoded line (a byte order mark counts for nothing), the end is exclusive; bytes are 0-based.
 * Lines end at LF or CR LF.
 */
export interface Region {
	readonly startLine: number;
	readonly startColumn: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly startByte: ByteOffset;
	readonly endByte: ByteOffset;
}
/** Another place that belongs to a finding: the id beside a secret, or the same credential once more. */
export interface Related {
	readonly role: PartRole;
	readonly path: string;
	readonly startLine: number;
	readonly startColumn: number;
	readonly endLine: number;
	readonly endColumn: number;
}
/** What the writer of a report can't know by itself. `colors`, `detail`, `width`, `showPath` and `timings` speak to the text format only. */
export interface RenderOptions {
	readonly colors: "on" | "off";
	/** `quiet`: findings, and what could not be read; `verbose`: every file that was skipped or not read by its name. */
	readonly detail: "quiet" | "normal" | "verbose";
	/** Columns of the terminal, at least 40. */
	readonly width: number;
	/** keysieve's own. */
	readonly version: string;
	/** A path of the result as the reader's terminal resolves it. */
	readonly showPath: (path: string) => string;
	/** When the report is written; without it no age is told, and a format that needs a moment says the year 1970. */
	readonly now: Date | null;
	readonly timings: "shown" | "hidden";
	/** From which severity on a run fails (`--fail-on`), so that the hook's words and JUnit's are true; medium if absent. */
	readonly failOn?: Severity | "none";
	/** Where a finding's line is to be looked at in a browser, as an https address; null where that is not known. */
	readonly sourceUrl?: ((finding: Finding) => string | null) | undefined;
}
/** What a report needs to know of a rule: no pattern, no anchor. */
export interface RuleDescription {
	readonly id: string;
	readonly provider: string;
	readonly name: string;
	/** One or two sentences: what this credential is and what it opens. */
	readonly description: string;
	/** What to do about a leak, as plain text; may run over several sentences. */
	readonly remedy: string;
	/** The provider's documentation. */
	readonly docs: string;
	readonly severity: Severity;
	readonly confidence: Confidence;
	/** `never`: no baseline may accept a finding of this rule. Findings may be accepted if absent. */
	readonly baseline?: "never";
}
/** All that one run has to tell; every report format is made from this alone. */
export interface ScanResult {
	readonly mode: ScanMode;
	/** Sorted by `compareFindings`; suppressed ones are not among them. */
	readonly findings: readonly Finding[];
	readonly suppressed: readonly Finding[];
	readonly unread: readonly Unread[];
	readonly skipped: readonly Skipped[];
	readonly counts: Counts;
	readonly timings: Timings;
	/** Every rule that was in force, sorted by id: what SARIF lists and `explain` tells. */
	readonly rules: readonly RuleDescription[];
}
/**
 * Finds secrets. Prints nothing, ends no process, never uses the network. Scans of one scanner wait for each other.
 * Its methods reject with `ScanError` where nothing could be scanned; what could not be read while scanning is
 * `unread` in the result.
 */
export interface Scanner {
	/** @param text bytes may begin with a UTF-16 byte order mark; else they are read as UTF-8 */
	scanText(text: string | Uint8Array, options?: TextOptions): Promise<ScanResult>;
	/** Files and directories, as `keysieve scan` takes them; none means all of `cwd`. */
	scanPaths(paths: readonly string[], options?: PathsOptions): Promise<ScanResult>;
	/** Waits for what is running and lets go of the scanner's memory; a later scan rejects. Safe to call twice. */
	close(): Promise<void>;
	[Symbol.asyncDispose](): Promise<void>;
}
/** What holds for every scan of a scanner. */
export interface ScannerOptions {
	/** Ids of the rules to report; all if absent. */
	readonly rules?: readonly string[];
	/** Ids of rules not to report; none if absent. */
	readonly excludeRules?: readonly string[];
	/** Findings below it are left out; `medium` if absent. */
	readonly minConfidence?: Confidence;
	/** Bytes above which content is skipped as `too-large`; no limit if absent. */
	readonly maxFileSize?: number;
	/** Whether zip, tar and gzip archives are opened; `opened` if absent. */
	readonly archives?: "opened" | "closed";
}
export interface Skipped {
	readonly class: "skipped";
	readonly path: string;
	/** As of an `Unread`. */
	readonly container?: readonly string[];
	readonly reason: SkipReason;
}
/** Half-open range of bytes in the outermost file: `end` is not part of it. */
export interface Span {
	readonly start: ByteOffset;
	readonly end: ByteOffset;
}
export interface Suppression {
	readonly kind: "inline";
	/** 1-based line on which the marker stands. */
	readonly line: number;
	readonly reason: string | null;
}
export interface TextOptions {
	/** What findings name as their path, and a hint at the format (`.env`, `credentials.csv`); `text` if absent. */
	readonly path?: string;
}
export interface Unread {
	readonly class: "unread";
	readonly path: string;
	/** Where it is a member of an archive: as `Membership.container`. */
	readonly container?: readonly string[];
	readonly reason: UnreadReason;
	/** The system's own code or one plain sentence; no scanned content. */
	readonly detail: string;
}
export interface Verification {
	readonly status: VerificationStatus;
	readonly reason: VerificationReason | null;
	/** 12 digits. */
	readonly account: string | null;
	readonly arn: string | null;
	readonly userId: string | null;
	/** True where the caller identity is the account's root user. */
	readonly root: boolean;
	/** One plain sentence for people: the provider's error code, what was tried. Never a secret. */
	readonly detail: string | null;
}
/** 0-based offset in the bytes of the outermost file. */
export type ByteOffset = number;
export type Confidence = (typeof CONFIDENCES)[number];
/** Facts known without a network. Keys are fixed by the rule that states them; values are plain data, never secret. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;
export type Format = (typeof FORMATS)[number];
/** Why a glob could never match what it was meant for. `only-negated`: nothing is named that `!` could take out of. */
export type GlobProblem = "empty" | "unclosed" | "backslash" | "parent-folder" | "only-negated";
export type OriginKind = "worktree" | "index" | "commit" | "stdin";
export type PartRole = "id" | "secret" | "token";
/** What is wrong before scanning; nothing was scanned. Exit code 2. */
export type RequestError = SourceError | RevisionError | PushLineError
/** More refs than are held in memory; git would push all of them. */
 | {
	readonly kind: "push-too-long";
} | {
	readonly kind: "unknown-rule";
	readonly id: string;
	readonly suggestion: string | null;
}
/** A rule was asked for that this run does not use. */
 | {
	readonly kind: "rule-is-off";
	readonly id: string;
} | {
	readonly kind: "bad-report";
	readonly path: string;
	readonly detail: string;
}
/** `detail` does not repeat the URL, which may hold a password. */
 | {
	readonly kind: "bad-endpoint";
	readonly from: string;
	readonly detail: string;
};
/** What is wrong with a revision that was named, as it was named; like a `SourceError`, before the first byte is read. */
export type RevisionError = 
/** Empty, or such that git could take it for an option: it was not asked. */
{
	readonly kind: "bad-revision";
	readonly revision: string;
}
/** Means nothing here, or something else than a commit. */
 | {
	readonly kind: "no-such-revision";
	readonly revision: string;
};
/** `report`: put together from earlier reports, which may not say how much was looked at. */
export type ScanMode = "scan" | "staged" | "range" | "history" | "pre-push" | "verify" | "report";
export type Severity = (typeof SEVERITIES)[number];
/** Why something was left out on purpose. No exit code. */
export type SkipReason = "binary" | "symlink" | "symlink-loop" | "symlink-outside" | "fifo" | "socket" | "device" | "submodule" | "lfs-pointer" | "excluded" | "too-large";
/** What is wrong before the first byte is read: the run ends with exit code 2. */
export type SourceError = {
	readonly kind: "no-such-path";
	readonly path: string;
	readonly suggestion: string | null;
} | {
	readonly kind: "empty-path";
} | {
	readonly kind: "bad-glob";
	readonly glob: string;
	readonly problem: GlobProblem;
} | {
	readonly kind: "not-a-repository";
	readonly path: string;
} | {
	readonly kind: "bare-repository";
	readonly path: string;
} | {
	readonly kind: "unsafe-ownership";
	readonly path: string;
} | {
	readonly kind: "git-missing";
} | {
	readonly kind: "git-too-old";
	readonly version: string;
} | {
	readonly kind: "git-failed";
	readonly command: string;
	readonly detail: string;
};
/** Milliseconds of each step. Steps overlap where work is concurrent. */
export type Timings = Readonly<Record<string, number>>;
/** Why something that should have been read was not. The exit code says so (3). */
export type UnreadReason = "permission" | "vanished" | "io-error" | "object-missing"
/** A part of the history is not here; `path` names where it ends, `detail` how to get it. */
 | "commits-missing" | "time-budget"
/** Standard input beyond what is held in memory. */
 | "too-much-input"
/** More stands in one blob than is kept. */
 | "too-many-findings"
/** More encoded text than is decoded. */
 | "too-much-encoded"
/** What follows the damage, or the whole archive. */
 | "damaged-archive" | "encrypted-member" | "unknown-compression"
/** An archive unpacks to more than it may: too many bytes or members, too deep in each other. */
 | "archive-limit"
/** A report's finding whose place can't be looked at again. */
 | "not-recoverable"
/** A credential that was left out because asking about it came to nothing. */
 | "not-verified" | "internal-error";
/** Why a status is what it is, where the status alone does not say. */
export type VerificationReason = "not-asked"
/** The credential no longer stands where a report says. */
 | "not-found"
/** What it stands in could not be read again. */
 | "not-read" | "canary" | "no-token"
/** Not one of the accounts whose keys may be asked about. */
 | "other-account"
/** One partition does not know the key, and the others could not be asked. */
 | "other-partition" | "no-secret" | "not-verifiable" | "clock-skew" | "throttled" | "malformed-token" | "proxy-answer" | "service-error" | "timeout" | "network" | "budget";
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number];

export {};
