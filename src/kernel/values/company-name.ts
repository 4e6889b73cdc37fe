import { readRegion } from './regions.ts';
import { foldForSearch } from './text.ts';

const BRACKETS = /[()[\]{}<>〈〉《》【】〔〕「」『』]/g;
// Signs that tell no two companies apart. Those that do (C++, A&B, 1.5) stay.
const SIGNS = /[\s\p{Cf}·•・‧∙'"`´’‘“”,，。、;:!?_\-–—‐‑―−/\\|*~^]|(?<!\d)\.|\.(?!\d)/gu;

const CHINESE_FORM =
  /(?:(?:股份|集团)*有限(?:责任)?(?:公司|总公司)|(?:普通|有限)合伙企业|合伙企业(?:有限合伙|普通合伙)?|股份公司|集团公司|责任公司|总公司|公司|个体工商户|有限合伙|股份有限|有限责任|股份|有限)$/;
const BRANCH = /(?<=公司).{0,12}(?:分公司|办事处|代表处|营业部|分部)$/;
const LATIN_FORM =
  /[\s,.]+(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|llp|lp|plc|gmbh|ag|sa|sas|srl|spa|bv|nv|ab|oy|as|kg|pte|pty|sdn|bhd|kk|group|holdings?)\.?$/;

/** Full width to half width, lower case; a converter from traditional characters may come first. */
function folded(name: string, simplify?: (text: string) => string): string {
  const text = foldForSearch(name);
  return (simplify ? simplify(text) : text).trim();
}

/**
 * The normal form in which two spellings of one company name are equal: width, case, spaces, brackets (their content
 * stays) and punctuation do not count. Legal suffixes and regions do: 有限公司 and 有限责任公司 are different keys.
 */
export function companyKey(name: string, simplify?: (text: string) => string): string {
  return folded(name, simplify).replace(BRACKETS, '').replace(SIGNS, '');
}

/**
 * The heart of a company name, without region, legal form, branch and 集团: `上海华为技术（集团）有限责任公司` → `华为技术`.
 * Only good to suggest similar companies to a person, never to block.
 */
export function companyCore(name: string, simplify?: (text: string) => string): string {
  const { whole, stripped } = companyHearts(name, simplify);
  return stripped ?? whole;
}

/**
 * The heart of a name with and without the place it begins with: 安康 is a city and a brand. `stripped` is null when the
 * name begins with no place, or says its place elsewhere: `朝阳（深圳）电子` is a brand, `深圳市朝阳电子` begins with a place.
 */
export function companyHearts(
  name: string,
  simplify?: (text: string) => string,
): { readonly whole: string; readonly stripped: string | null; readonly place: string | null } {
  const key = companyKey(name, simplify);
  let text = folded(name, simplify)
    .replace(/[[{〈《【〔「『]/g, '(')
    .replace(/[\]}〉》】〕」』]/g, ')');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(LATIN_FORM, '');
  }
  let place: string | null = null;
  text = text.replace(/\(([^()]*)\)/g, (_, inside: string) => {
    if (!isPlaceOrForm(inside)) return inside;
    place ??= placeOf(inside.replace(/\s/g, ''));
    return '';
  });
  text = companyKey(text);
  text = text.replace(BRANCH, '');
  text = atLeast(2, text.replace(CHINESE_FORM, ''), text);
  text = atLeast(2, text.replace(/集团$/, ''), text);
  const whole = text || key;
  const head = readRegion(whole);
  const written = whole.slice(0, whole.length - head.rest.length);
  const isBrand = place !== null && placeOf(written) !== place && !/(?:省|市|区|州)$/.test(written);
  if (head.region === null || isBrand || [...head.rest].length < 2) return { whole, stripped: null, place };
  return { whole, stripped: head.rest, place: place ?? placeOf(written) };
}

/** `province/city`, the city empty where none is named. */
function placeOf(text: string): string | null {
  const { region } = readRegion(text);
  return region && `${region.province}/${region.city ?? ''}`;
}

function isPlaceOrForm(inside: string): boolean {
  const plain = inside.replace(/\s/g, '');
  if (/^(?:中国|china|集团|控股|股份|有限合伙|普通合伙|筹)$/.test(plain)) return true;
  const { region, rest } = readRegion(plain);
  return region !== null && /^$|^.{1,4}(?:区|县|市|镇)$/.test(rest);
}

function atLeast(length: number, shorter: string, otherwise: string): string {
  return [...shorter].length >= length ? shorter : otherwise;
}
