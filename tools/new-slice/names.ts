/** A slice by its names: meetings, meeting, 会议. */
export interface SliceNames {
  readonly many: string;
  readonly one: string;
  readonly chinese: string;
}

const WORD = /^[a-z][a-z0-9]*$/;

/** Reads the names from the command line; says what is wrong with them in one sentence. */
export function namesFrom([many, one, chinese]: readonly string[]): SliceNames | string {
  if (!many || !WORD.test(many))
    return 'The name of a slice is one small English word in the plural: meetings.';
  const guessed = many.replace(/ies$/, 'y').replace(/(?<=[xsh])es$|s$/, '');
  const single = one ?? guessed;
  if (!WORD.test(single) || single === many)
    return `How is one of the ${many} called? new-slice ${many} <one> <中文>`;
  if (!chinese || !/^\p{Script=Han}+$/u.test(chinese))
    return `How are ${many} called in Chinese? new-slice ${many} ${single} <中文>`;
  return { many, one: single, chinese };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Says of the new slice what the model slice says of samples. */
export function renamed(text: string, { many, one, chinese }: SliceNames): string {
  return text
    .replaceAll('samples', many)
    .replaceAll('Samples', capital(many))
    .replaceAll('sample', one)
    .replaceAll('Sample', capital(one))
    .replaceAll('样本', chinese);
}
