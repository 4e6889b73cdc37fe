import { Button } from 'antd';
import { ArrowLeftRight, Ellipsis, PenLine, Phone } from 'lucide-react';
import { useState } from 'react';
import { FactList } from '../fact-list.tsx';
import { IconButton } from '../icon-button.tsx';
import { Notice, StripAction } from '../notice.tsx';
import { PanelTabs } from '../panel-section.tsx';
import { RecordHead } from '../record-head.tsx';
import { RecordPanel } from '../record-panel.tsx';
import type { LeadRow } from './leads.ts';

interface LeadPanelProps {
  readonly lead: LeadRow;
  readonly at: number;
  readonly onMove: (step: number) => void;
  readonly onClose: () => void;
}

export function LeadPanel({ lead, at, onMove, onClose }: LeadPanelProps) {
  const [tab, setTab] = useState('timeline');
  return (
    <RecordPanel
      position={{ at: at + 1, of: 43 }}
      onPrevious={at > 0 ? () => onMove(-1) : undefined}
      onNext={() => onMove(1)}
      onClose={onClose}
      pageHref="/leads/1"
    >
      <RecordHead
        name={lead.company}
        grade={lead.grade}
        gradeSoft
        owner={{ id: 'u-14', name: '周以宁' }}
        line={`${lead.contact} · 生产总监 · 139 **** 0482`}
        actions={
          <>
            <Button icon={<Phone aria-hidden />}>拨打</Button>
            <Button icon={<PenLine aria-hidden />}>记跟进</Button>
            <Button type="primary" icon={<ArrowLeftRight aria-hidden />}>
              转为客户
            </Button>
          </>
        }
        more={<IconButton icon={Ellipsis} label="更多动作" bordered />}
        notice={
          <Notice icon={false} action={<StripAction onClick={() => {}}>为什么</StripAction>}>
            1 天 4 小时后到期，退回「华东公海」
          </Notice>
        }
      >
        <FactList
          facts={[
            { key: 'class', label: '分类', value: 'A：注册资本 8,000 万，员工 260，社交媒体' },
            { key: 'score', label: '评分', value: '82', reason: '较上周 +9' },
            { key: 'next', label: '下次联系', value: '11月18日 10:00 通话' },
            { key: 'region', label: '地区', value: '浙江 宁波' },
            { key: 'dup', label: '查重', value: '1 条相似：嘉岚医疗科技（客户，许清和）' },
          ]}
        />
      </RecordHead>
      <PanelTabs
        current={tab}
        onChange={setTab}
        tabs={[
          { key: 'timeline', label: '时间线' },
          { key: 'facts', label: '资料' },
          { key: 'files', label: '文件', count: 2 },
          { key: 'history', label: '修改记录' },
        ]}
      >
        时间线
      </PanelTabs>
    </RecordPanel>
  );
}
