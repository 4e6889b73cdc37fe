import type { CustomChoice } from '../model.ts';
import type { SentChoice } from './choices.ts';

/** The choices of a field as an admin edits them: one a line, `中文 / English`. */
export function choiceLines(choices: readonly CustomChoice[]): string {
  return choices
    .map(({ label }) => (label.zh === label.en ? label.zh : `${label.zh} / ${label.en}`))
    .join('\n');
}

/**
 * Reads the lines back. A line that still has one of its two words is the same choice, renamed, and keeps its
 * records; any other is a new one. One word alone serves both languages.
 */
export function readChoiceLines(text: string, before: readonly CustomChoice[]): SentChoice[] {
  const open = [...before];
  const read = text.split('\n').flatMap((line) => {
    const [zh = '', ...rest] = line.split('/').map((part) => part.trim());
    const en = rest.join('/') || zh;
    return zh || en ? [{ zh: zh || en, en }] : [];
  });
  const take = (matches: (choice: CustomChoice) => boolean) => {
    const at = open.findIndex(matches);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const same = read.map((label) =>
    take((choice) => choice.label.zh === label.zh && choice.label.en === label.en),
  );
  return read.map((label, at) => {
    const known = same[at] ?? take((choice) => choice.label.zh === label.zh || choice.label.en === label.en);
    return { ...(known ? { key: known.key } : {}), label };
  });
}
