/** One broken law at one place, with the way out. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly law: string;
  readonly what: string;
  readonly why: string;
  readonly mend: string;
}

/** The findings as a person reads them: each law once with its reason and its way out, then the places. */
export function wordsOf(findings: readonly Finding[]): string {
  const laws = Map.groupBy(findings, ({ law, why, mend }) => `${law}\n  why:  ${why}\n  mend: ${mend}`);
  return [...laws].map(([law, places]) => `${law}\n${places.map(placeOf).sort().join('\n')}\n`).join('\n');
}

function placeOf({ path, line, what }: Finding): string {
  return `    ${path}:${line}  ${what}`;
}

/** Prints the findings and sets the exit code. */
export function report(check: string, findings: readonly Finding[], seen: string): void {
  if (findings.length > 0) console.log(wordsOf(findings));
  console.log(
    findings.length === 0 ? `${check}: in order (${seen})` : `${check}: ${findings.length} to mend (${seen})`,
  );
  if (findings.length > 0) process.exitCode = 1;
}
