import type { Appearance } from '#duplicates/model.ts';

/** A list of leads as careless people write them, of companies that exist nowhere, and which of them are one. */
export interface InventedList {
  readonly rows: readonly Appearance[];
  readonly entities: readonly number[];
}

const brandLetters = [
  ...'安邦博昌晨诚川达德鼎东恩方丰峰富高格冠光广国海汉浩和恒宏鸿华汇嘉佳坚建杰金锦精景久凯康科坤兰朗乐力立利联林龙隆美明铭宁鹏普奇启强青庆仁荣瑞润森山尚圣盛时世顺思泰腾天通同万伟文沃西祥新鑫信星兴旭雅扬毅益银英永优宇元源远云泽展振正致智中众卓尊',
];
const trades =
  '电子 科技 贸易 物流 医疗器械 环保工程 精密模具 教育咨询 网络技术 装饰设计 餐饮管理 新材料 半导体 自动化设备 食品 服饰 家居 汽车配件 建筑工程 文化传媒'.split(
    ' ',
  );
const cities =
  '广东:深圳 浙江:杭州 江苏:南京 四川:成都 湖北:武汉 山东:青岛 湖南:长沙 福建:厦门 陕西:西安 河南:郑州 安徽:合肥 天津:天津 上海:上海 辽宁:大连 云南:昆明 江苏:无锡'
    .split(' ')
    .map((text) => text.split(':') as [string, string]);
const forms = ['有限公司', '有限责任公司', '股份有限公司', '集团有限公司'];
const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高'];
const given = [...'伟芳娜敏静磊洋勇艳杰涛明超霞平刚桂英文华建'];
/** Pairs that sound alike, both of them usual in names. */
const homophones = new Map<string, string>(
  ['鸿宏', '新鑫', '华铧', '达答', '明铭', '信芯', '恒衡', '盛圣', '佳嘉', '伟玮', '科柯', '林霖'].flatMap(
    (pair) => [
      [pair.charAt(0), pair.charAt(1)],
      [pair.charAt(1), pair.charAt(0)],
    ],
  ),
);
const traditional = new Map(
  Object.entries({
    电: '電',
    贸: '貿',
    医: '醫',
    疗: '療',
    环: '環',
    华: '華',
    国: '國',
    东: '東',
    达: '達',
  }),
);

type Dice = (size: number) => number;

/** Random, but the same for the same start. */
function dice(start: number): Dice {
  let state = start;
  return (size) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * size);
  };
}

interface Company {
  readonly brand: string;
  readonly trade: string;
  readonly province: string;
  readonly city: string;
  readonly form: string;
  readonly contact: string;
  readonly mobile: string;
  readonly email: string | null;
}

/** About `companies` companies, a quarter of them two or three times; some share brand and trade in another city. */
export function inventLeads(companies: number, start = 7): InventedList {
  const roll = dice(start);
  const rows: Appearance[] = [];
  const entities: number[] = [];
  const seen = new Set<string>();
  let last: Company | null = null;
  for (let entity = 0; entity < companies; entity += 1) {
    const company: Company = invent(roll, entity % 9 === 0 ? last : null);
    const name = company.brand + company.trade + company.city;
    if (seen.has(name)) continue;
    seen.add(name);
    last = company;
    rows.push(asKnown(company, roll));
    entities.push(entity);
    const again = roll(4) === 0 ? 1 + Number(roll(5) === 0) : 0;
    for (let turn = 0; turn < again; turn += 1) {
      rows.push(asMet(company, roll));
      entities.push(entity);
    }
  }
  return { rows, entities };
}

function invent(roll: Dice, twin: Company | null): Company {
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const letters = Array.from({ length: 2 + Number(roll(3) === 0) }, () => pick(brandLetters)).join('');
  const [province, city] = pick(cities);
  const person = pick(surnames) + pick(given) + (roll(2) ? pick(given) : '');
  return {
    brand: twin?.brand ?? letters,
    trade: twin?.trade ?? pick(trades),
    province,
    city,
    form: pick(forms),
    contact: person,
    mobile: `1${3 + roll(7)}${String(roll(1_000_000_000)).padStart(9, '0')}`,
    email: roll(3) ? `${Math.floor(roll(2 ** 30)).toString(36)}@${roll(2) ? 'qq.com' : '163.com'}` : null,
  };
}

function asKnown(company: Company, roll: Dice): Appearance {
  return {
    name: fullName(company, roll(2) === 0, roll),
    contact: company.contact,
    phones: [writePhone(company.mobile, roll)],
    email: company.email,
    region: writeCity(company, roll),
  };
}

function fullName({ city, brand, trade, form }: Company, bracketed: boolean, roll: Dice): string {
  return bracketed
    ? `${brand}（${city}）${trade}${form}`
    : `${city}${roll(2) ? '市' : ''}${brand}${trade}${form}`;
}

/** The same company met again: by its name written another way, by the phone or by the address, with slips. */
function asMet(company: Company, roll: Dice): Appearance {
  const kind = roll(5);
  const shownPerson = roll(4) === 0 ? `${company.contact[0]}经理` : company.contact;
  const otherPhone = `1${3 + roll(7)}${String(roll(1_000_000_000)).padStart(9, '0')}`;
  const byPhone = kind === 1 || kind === 3 || (kind === 2 && !company.email);
  const name =
    kind === 0 || kind === 3 ? rewrite(company, roll) : ['', company.brand + company.trade][roll(2)];
  return {
    name: kind === 4 ? slip(company, roll) : (name ?? ''),
    contact: kind === 4 ? company.contact : shownPerson,
    phones: [writePhone(byPhone ? company.mobile : otherPhone, roll)],
    email: kind === 2 && company.email ? ` ${company.email.toUpperCase()}` : null,
    region: writeCity(company, roll),
  };
}

function rewrite(company: Company, roll: Dice): string {
  const name = fullName(company, roll(2) === 0, roll);
  switch (roll(7)) {
    case 0:
      return name.replace('（', '(').replace('）', ')');
    case 1:
      return ` ${name.slice(0, 4)} ${name.slice(4)}　`;
    case 2:
      return name.replace('有限公司', '有限责任公司');
    case 3:
      return name.replace(/(?:有限责任|有限)公司$/, '');
    case 4:
      return [...name].map((letter) => traditional.get(letter) ?? letter).join('');
    case 5:
      // Shanghai and Tianjin are in no province.
      return company.province === company.city ? name : `${company.province}省${name}`;
    default:
      return name;
  }
}

/** A homophone where there is one, else one letter of the trade is lost. */
function slip(company: Company, roll: Dice): string {
  const letters = [...company.brand];
  const at = letters.findIndex((letter) => homophones.has(letter));
  if (at >= 0) letters[at] = homophones.get(letters[at] ?? '') ?? '';
  const trade = at >= 0 || company.trade.length < 4 ? company.trade : company.trade.slice(0, -1);
  return fullName({ ...company, brand: letters.join(''), trade }, roll(2) === 0, roll);
}

function writePhone(mobile: string, roll: Dice): string {
  const parts = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
  const wide = [...mobile].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  const ways = [
    mobile,
    parts.join('-'),
    parts.join(' '),
    `+86 ${mobile}`,
    `0086-${mobile}`,
    wide,
    `${mobile}\t`,
  ];
  return ways[roll(ways.length)] ?? mobile;
}

function writeCity({ province, city }: Company, roll: Dice): string {
  return [city, `${city}市`, `${province}${city}市`][roll(3)] ?? city;
}
