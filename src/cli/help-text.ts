/** `keysieve --help`: about one screen, by task. Options stand under each command's own help. */
export const HELP = `keysieve finds leaked secrets, AWS access keys above all, before they leave your
machine, and tells what to do about each. It asks AWS only where you say so.

  keysieve scan                                   what is in this directory?
  keysieve staged                                 does this commit add a secret?
  keysieve scan . --output sarif=keysieve.sarif   a report for code scanning

Scan
  scan [paths..]     files, directories, or standard input (-)
  staged             what the next commit would add; for a pre-commit hook
  range A..B         what these commits brought in, each on its own
  history            everything that any branch, tag or stash has ever held
  hook install       let each commit be looked at; also: uninstall, status, run

Findings
  verify REPORT      ask AWS whether keys of an earlier report still work
  report convert     write an earlier report in another format; report merge
  explain RULE       what a finding means, and what to do now
  aws VERB           inspect, deactivate, last-used, audit, rotate access keys

Options and examples: keysieve scan --help   As variables: KEYSIEVE_FAIL_ON=high

Exit codes: 0 nothing at or above --fail-on · 1 findings · 130 interrupted
            2 wrong usage, nothing done · 3 not all read, verified or written
`
