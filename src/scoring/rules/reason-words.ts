import { conditionSentence } from '#kernel/conditions/sentence.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import { fieldOf, type ObjectDefinition, type Words } from '#kernel/fields.ts';
import { type ScorePlan, type ScoreReason, type TouchKind, touchKinds, touchLabels } from '../model.ts';

const hiddenField: Words = { zh: '一个你看不到的字段', en: 'A field you cannot see' };
const goneRule: Words = { zh: '一条已改掉的规则', en: 'A rule changed since' };
const methods: Readonly<Record<string, Words>> = {
  form: { zh: '表单', en: 'form' },
  manual: { zh: '手工录入', en: 'manual entry' },
  import: { zh: '导入', en: 'import' },
  api: { zh: '接口', en: 'API' },
  webhook: { zh: 'Webhook', en: 'web hook' },
  mail: { zh: '邮件', en: 'mail' },
  call: { zh: '来电', en: 'call' },
  im: { zh: '聊天', en: 'chat' },
};
const filled: Readonly<Record<string, true>> = {
  ...{ hasCapital: true, hasStaff: true, hasExpected: true, hasEmail: true, hasPhone: true },
  ...{ hasTitle: true, hasCampaign: true },
};

/** A condition in both languages, as somebody with this definition may know it. */
export function conditionWords(condition: Condition, definition: ObjectDefinition): Words {
  return {
    zh: conditionSentence(condition, definition, { lang: 'zh' }),
    en: conditionSentence(condition, definition, { lang: 'en' }),
  };
}

/** A feature of the model in words: 来源渠道 是 社交媒体, 有 邮箱, 人员规模. */
export function featureWords(key: string, field: string | null, visible: ObjectDefinition): Words {
  const touch = touchKinds.find((kind) => key === `touch:${kind}`);
  if (touch) return touchLabels[touch];
  const [name = '', value] = key.split(/=(.*)/s);
  if (name === 'captureMethod') {
    const method = methods[value ?? ''] ?? { zh: value ?? '', en: value ?? '' };
    return { zh: `获取方式 是 ${method.zh}`, en: `Captured by ${method.en}` };
  }
  const known = fieldOf(visible, field ?? name);
  if (!known) return hiddenField;
  const { label } = known;
  if (filled[name]) return { zh: `填了${label.zh}`, en: `${label.en} is filled` };
  if (value === undefined) return { zh: `${label.zh}越大`, en: `Larger ${label.en.toLowerCase()}` };
  const choice = known.choices?.find((one) => one.key === value)?.label ?? { zh: value, en: value };
  return { zh: `${label.zh} 是 ${choice.zh}`, en: `${label.en} is ${choice.en}` };
}

/** Why a score is what it is, in words, for somebody who sees the fields of `visible`. */
export function reasonWords(
  { key, n }: ScoreReason,
  plan: ScorePlan,
  fieldOfFeature: (feature: string) => string | null,
  visible: ObjectDefinition,
): Words {
  const [kind, ...rest] = key.split(':');
  const name = rest.join(':');
  if (kind === 'idle') return { zh: `${n} 天没有动静`, en: `Nothing happened for ${n} days` };
  if (kind === 'touch') {
    const label = touchLabels[name as TouchKind] ?? { zh: name, en: name };
    return { zh: `${label.zh} ${n} 次`, en: `${label.en}, ${n} times`.replace(', 1 times', '') };
  }
  if (kind === 'fit') {
    const rule = plan.fit.find(({ id }) => id === name);
    return rule ? conditionWords(rule.condition, visible) : goneRule;
  }
  return featureWords(name, fieldOfFeature(name), visible);
}
