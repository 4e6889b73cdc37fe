import {
  Building2,
  CalendarCheck,
  ChartColumn,
  FilePenLine,
  FileText,
  Handshake,
  Inbox,
  Magnet,
  Settings,
  Stamp,
  Star,
  Target,
  User,
  Wallet,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { AppFrame, type NavGroup } from '../app-frame.tsx';
import { CommandPalette } from '../command-palette.tsx';
import { ShortcutSheet } from '../shortcut-sheet.tsx';
import { useHotkeys } from '../use-hotkeys.ts';

const groups: readonly NavGroup[] = [
  {
    key: 'own',
    items: [
      { key: 'today', label: '今日', icon: CalendarCheck, href: '?page=today', count: 8 },
      { key: 'states', label: '收件箱', icon: Inbox, href: '?page=states', count: 4, badge: true },
      { key: 'approvals', label: '审批', icon: Stamp, href: '?page=approval', count: 2 },
    ],
  },
  {
    key: 'work',
    label: '业务',
    items: [
      { key: 'leads', label: '线索', icon: Magnet, href: '?page=leads' },
      { key: 'customer', label: '客户', icon: Building2, href: '?page=customer' },
      { key: 'board', label: '商机', icon: Handshake, href: '?page=board' },
      { key: 'quotes', label: '报价', icon: FileText, href: '?page=forms' },
      { key: 'contracts', label: '合同', icon: FilePenLine, href: '?page=wizard' },
      { key: 'cash', label: '回款', icon: Wallet, href: '?page=cash' },
    ],
  },
  {
    key: 'insight',
    label: '分析',
    items: [
      { key: 'funnel', label: '漏斗与预测', icon: ChartColumn, href: '?page=funnel' },
      { key: 'targets', label: '目标与业绩', icon: Target, href: '?page=funnel' },
    ],
  },
  {
    key: 'favourites',
    label: '收藏的视图',
    items: [
      { key: 'f1', label: '即将回收的线索', icon: Star, href: '?page=leads' },
      { key: 'f2', label: '本月到期应收', icon: Star, href: '?page=cash' },
    ],
  },
];

const search = async (query: string) => [
  {
    key: 'accounts',
    label: '客户',
    items: ['晟屿新材料（湖州）有限公司', '恒砚包装股份']
      .filter((name) => name.includes(query))
      .map((name) => ({
        key: name,
        label: name,
        note: '周以宁 · ¥51.2万 未收',
        icon: Building2,
        run: () => {},
      })),
  },
];

export function GalleryFrame({
  current,
  children,
}: {
  readonly current: string;
  readonly children: ReactNode;
}) {
  const [searching, setSearching] = useState(false);
  useHotkeys([
    { keys: 'mod+k', label: '搜索或跳转', run: () => setSearching(true) },
    { keys: 'g l', label: '去线索', run: () => {} },
  ]);
  return (
    <AppFrame
      brand="赢单"
      org="澜图视觉"
      groups={groups}
      bottom={[{ key: 'settings', label: '设置', icon: Settings, href: '?page=forms' }]}
      current={current}
      user={{ id: 'u-14', name: '周以宁' }}
      userMenu={[{ key: 'out', label: '退出登录' }]}
      onSearch={() => setSearching(true)}
      phoneTabs={[
        { key: 'today', label: '今日', icon: CalendarCheck, href: '?page=today' },
        { key: 'customer', label: '客户', icon: Building2, href: '?page=customer' },
        { key: 'states', label: '收件箱', icon: Inbox, href: '?page=states', count: 4 },
        { key: 'me', label: '我的', icon: User, href: '?page=forms' },
      ]}
      onPhoneNew={() => {}}
      panelOpen={current === 'leads'}
    >
      {children}
      <ShortcutSheet />
      <CommandPalette
        open={searching}
        onClose={() => setSearching(false)}
        start={[
          {
            key: 'commands',
            label: '动作',
            items: [{ key: 'new', label: '新建线索', icon: Magnet, run: () => {} }],
          },
        ]}
        search={search}
      />
    </AppFrame>
  );
}
