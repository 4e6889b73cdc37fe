import { Select } from 'antd';
import { directory } from '#identity/contract/me.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { Segments } from '#ui/segments.tsx';
import { periods } from '../../model.ts';
import { words } from './analytics-words.ts';
import { useLooking } from './looking.ts';

/** What the whole page looks at, chosen once: period, and the team for who sees more than himself. */
export function LookBar({ withTeams }: { readonly withTeams: boolean }) {
  const w = words.use();
  const { period, teamId, setPeriod, setTeam } = useLooking();
  const { data } = useRead(directory, {}, { enabled: withTeams });
  const teams = data?.teams ?? [];
  const nameOf = (id: string | null) => teams.find((team) => team.id === id)?.name;
  return (
    <>
      {withTeams && teams.length > 1 ? (
        <Select
          aria-label={w('team')}
          value={teamId ?? ''}
          popupMatchSelectWidth={false}
          onChange={(next: string) => setTeam(next || undefined)}
          options={[
            { value: '', label: w('everybody') },
            ...teams
              .filter((team) => team.parentId !== null)
              .map((team) => ({
                value: team.id,
                label: [nameOf(team.parentId), team.name].filter(Boolean).join(' / '),
              })),
          ]}
        />
      ) : null}
      <Segments
        label={w('period')}
        look="track"
        value={period}
        onChange={setPeriod}
        choices={periods.map((key) => ({ key, label: w(key) }))}
      />
    </>
  );
}
