import type { Tone } from '../field-spec.ts';

export interface LeadRow {
  readonly id: string;
  readonly company: string;
  readonly contact: string;
  readonly grade: string;
  readonly until: string;
  readonly paused?: string;
  readonly status: string;
  readonly source: string;
  readonly touched: string | null;
}

export const statuses: readonly { key: string; label: string; tone: Tone }[] = [
  { key: 'contacting', label: '联系中', tone: 'neutral' },
  { key: 'interested', label: '有意向', tone: 'ok' },
  { key: 'nurturing', label: '培育中', tone: 'neutral' },
  { key: 'new', label: '新线索', tone: 'accent' },
];

const now = Date.parse('2026-11-17T13:45:00+08:00');
const HOUR = 3_600_000;

const lines = `拓野仪器|葛子昂|B|9|contacting|官网表单|144
启澜机电|冯书语|A|21|interested|抖音|144
嘉岚医疗器械|薛承安|A|28|interested|视频号|120
曜川光电|卢嘉禾|B|40|contacting|百度推广|120
禾沐乳业|邓安歌|C|50|contacting|呼入电话|96
滨岸重工|魏思远|A|56|interested|转介绍|96
栖木家居|贾南乔|B|68|nurturing|官网表单|96
杏川制药|田亦舟|B|73|contacting|行业展会|72
巨澜数控|董清嘉|A|-|interested|视频号|72
云阶物业|任知夏|C|83|contacting|百度推广|72
鹿野食品|袁星澜|B|99|nurturing|抖音|48
沅川储能|康明远|A|103|interested|转介绍|48
云栈包装|史若彤|B|122|contacting|官网表单|24
辰舟自动化|尹书航|B|138|contacting|行业展会|24
知微检测|常予安|C|145|nurturing|百度推广|23
南屏纸品|段星河|B|166|new|官网表单|
穹野机器人|侯安然|A|167|new|视频号|`;

export const leads: readonly LeadRow[] = lines.split('\n').map((line, at) => {
  const [company = '', contact = '', grade = '', hours = '', status = '', source = '', ago = ''] =
    line.split('|');
  return {
    id: `lead-${at}`,
    company,
    contact,
    grade,
    until: new Date(now + Number(hours === '-' ? 0 : hours) * HOUR + 60_000).toISOString(),
    paused: hours === '-' ? '审批中' : undefined,
    status,
    source,
    touched: ago ? new Date(now - Number(ago) * HOUR).toISOString() : null,
  };
});
