import { Button } from 'antd';
import { FileText, MapPin, Moon, Phone, Plus, Video } from 'lucide-react';
import { useState } from 'react';
import { FigureStrip } from '../figure-strip.tsx';
import { FormField } from '../form-field.tsx';
import { Grade } from '../grade.tsx';
import { IconButton } from '../icon-button.tsx';
import { Notice } from '../notice.tsx';
import { Page } from '../page.tsx';
import { Pills } from '../pills.tsx';
import { RecordPanel } from '../record-panel.tsx';
import { Segments } from '../segments.tsx';
import { Tag } from '../tag.tsx';
import { type Task, TaskGroup } from '../task-list.tsx';
import { usePhone } from '../use-viewport.ts';

function call(
  id: string,
  time: string,
  grade: string,
  who: string,
  person: string,
  what: string,
  last: string,
  more: Partial<Task> = {},
): Task {
  return {
    id,
    time,
    icon: Phone,
    kind: '通话',
    grade: <Grade value={grade} />,
    who,
    person,
    what,
    last,
    verb: <Button icon={<Phone aria-hidden />}>拨打</Button>,
    phoneVerb: <IconButton icon={Phone} label="拨打" />,
    onOpen: () => {},
    onDone: () => {},
    ...more,
  };
}

const slipped = [
  call('1', '周五', 'B+', '朔禾食品', '蒋雨桐', '发送改版报价 V3', '11月11日 微信：希望拆成两期付款', {
    late: true,
    icon: FileText,
    tag: <Tag tone="bad">连续滑落 2 次</Tag>,
    verb: <Button>发送</Button>,
  }),
  call(
    '2',
    '昨天',
    'A-',
    '砾原自动化',
    '骆文博',
    '确认二期预算是否过会',
    '11月13日 通话 6 分钟：等总经理签字',
    { late: true, tag: <Tag tone="bad">滑落 1 次</Tag> },
  ),
];
const due = [
  call(
    '3',
    '13:40',
    'A',
    '晟屿新材',
    '林可欣',
    '确认合同付款节点',
    '11月15日 通话 11 分钟：法务已看，卡在质保金',
    { verb: <Tag tone="accent">正在记录</Tag> },
  ),
  call('4', '14:00', 'A', '恒砚包装', '邵景行', '约签约时间', '11月16日 报价 ¥48.6万 已确认', {
    tag: <Tag tone="accent">答应本周付款</Tag>,
  }),
  call(
    '5',
    '14:30',
    'A-',
    '泊远供应链',
    '丁若琳',
    '方案演示（线上，3 人参会）',
    '11月12日 拜访：关注接口与交付周期',
    { icon: Video, verb: <Button>入会</Button> },
  ),
  call('6', '16:00', 'A-', '苍梧电缆', '孟晓棠', '到厂确认工位数量', '11月9日 通话：12 个工位，可能加到 16', {
    icon: MapPin,
    tag: <Tag>嘉兴 · 38 公里</Tag>,
    verb: <Button>签到</Button>,
  }),
];

const sheetFooter = (
  <>
    <span className="yd-text3">下一位：恒砚包装 邵景行</span>
    <Button>保存</Button>
    <Button type="primary">保存并拨下一位</Button>
  </>
);

const results = ['有意向', '已预约', '稍后跟进', '已拒绝', '找错人', '未接通'].map((label, at) => ({
  key: at === 1 ? 'booked' : label,
  label,
}));

const grades = ['A', 'A−', 'B+', 'B', 'C', 'D'].map((label) => ({ key: label, label }));

const dates = [
  { key: '1', label: '明天 10:00' },
  { key: '2', label: '后天 10:00' },
  { key: '3', label: '周五 14:00' },
];

function CallSheet() {
  const [result, setResult] = useState('booked');
  const [grade, setGrade] = useState('A');
  const [next, setNext] = useState('1');
  return (
    <RecordPanel title="林可欣" width={396} onClose={() => {}} footer={sheetFooter}>
      <Notice tone="ok" flush title="已接通 4 分 12 秒" action="13:40:08 – 13:44:20" />
      <div className="yd-form-body">
        <FormField
          field={{ key: 'r', kind: 'choice', label: '通话结果', asButtons: true }}
          value={result}
          onChange={() => {}}
        >
          <Segments label="通话结果" perLine={3} value={result} onChange={setResult} choices={results} />
        </FormField>
        <FormField
          field={{ key: 'g', kind: 'choice', label: '成熟度', aside: '原为 A，已 9 天', asButtons: true }}
          value={grade}
          onChange={() => {}}
        >
          <Segments label="成熟度" look="track" stretch value={grade} onChange={setGrade} choices={grades} />
        </FormField>
        <FormField
          field={{ key: 'c', kind: 'longText', label: '沟通内容', aside: '草稿已存 13:45', rows: 4 }}
          value="付款节点改为 3-4-2-1，质保金 10% 一年后付。法务周三给盖章版，林总要求先收到增补条款。"
          onChange={() => {}}
        />
        <FormField
          field={{
            key: 'n',
            kind: 'choice',
            label: '下次联系',
            aside: 'A 级默认 1 天，可选 1–3 天',
            asButtons: true,
          }}
          value={next}
          onChange={() => {}}
        >
          <Segments label="下次联系" value={next} onChange={setNext} perLine={3} choices={dates} />
        </FormField>
      </div>
    </RecordPanel>
  );
}

export function TodayPage() {
  const phone = usePhone();
  const [pill, setPill] = useState('all');
  return (
    <Page
      title="今日"
      subtitle="11月17日 周二"
      actions={
        phone ? null : (
          <>
            <span className="yd-text2">数据截至 13:45</span>
            <Button icon={<Moon aria-hidden />}>收工检查</Button>
            <Button type="primary" icon={<Plus aria-hidden />}>
              新建
            </Button>
          </>
        )
      }
      figures={
        phone ? (
          <Pills
            label="类型"
            value={pill}
            onChange={setPill}
            choices={[
              { key: 'all', label: '全部', count: 11 },
              { key: 'call', label: '通话', count: 6 },
              { key: 'visit', label: '拜访', count: 2 },
              { key: 'near', label: '附近', count: 3 },
            ]}
          />
        ) : (
          <FigureStrip
            figures={[
              {
                key: '1',
                label: '今日到期',
                figure: '14',
                unit: '/ 20 已完成',
                progress: 0.7,
                onOpen: () => {},
              },
              { key: '2', label: '当日完成率', figure: '70%', note: '昨日 85%，滑落 1' },
              { key: '3', label: '通话', figure: '28', unit: '通', note: '接通 16，接通率 57%' },
              { key: '4', label: '通话时长', figure: '1:46', unit: '/ 3:00', progress: 0.59 },
              { key: '5', label: '本月盘活率', figure: '62%', note: '124 / 200 家，达标' },
              { key: '6', label: '明日已排', figure: '31', unit: '/ 35', note: '还差 4 家，去补齐' },
              { key: '7', label: '私海库容', figure: '43', unit: '/ 50', note: '7 条将在 3 天内回收' },
            ]}
          />
        )
      }
      panel={phone ? null : <CallSheet />}
    >
      <TaskGroup title="滑落" bad note={phone ? null : '昨天没做完的先处理'} tasks={slipped} />
      <TaskGroup title="今天到期" note={phone ? null : '按时间排序'} tasks={due} currentId="3" />
    </Page>
  );
}
