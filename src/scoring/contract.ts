import { z } from 'zod';
import { conditionSchema } from '#kernel/conditions/schema.ts';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { leadClasses, scoreBands, scoreSources, touchKinds } from './model.ts';

const read = 'scoring.read';
const manage = 'scoring.manage';
const rulesAtMost = 40;
const words = z.object({ zh: z.string(), en: z.string() });
const id = idSchema.optional().describe('left out: a new rule');
/** 0: the rules everybody starts with, never saved yet. */
const setVersion = z.int().min(0);
const points = z.int().min(-100).max(100);

const classRule = z.strictObject({ id, class: z.enum(leadClasses), condition: conditionSchema });
const classRules = z.array(classRule).max(rulesAtMost);
const fitRule = z.strictObject({ id, points, condition: conditionSchema });
const touchRule = z.strictObject({ kind: z.enum(touchKinds), points, most: z.int().min(1).max(50) });
const plan = z
  .strictObject({
    fit: z.array(fitRule).max(rulesAtMost),
    touches: z
      .array(touchRule)
      .max(touchKinds.length)
      .refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length, 'already_exists'),
    decayPercent: z.int().min(0).max(100),
    decayDays: z.int().min(1).max(365),
  })
  .describe('score = fit + behaviour − decay, from 0 to 100');
/** Whoever may not see a field of a rule learns that the rule is there, not what it says. */
const shown = { id: idSchema, condition: conditionSchema.nullable(), readable: z.boolean() };
const saved = z.object({ version: versionSchema });
const badRules = {
  condition_required: { zh: '规则至少要有一个条件', en: 'A rule needs a condition' },
  field_of_itself: {
    zh: '规则不能以它自己决定的字段为条件',
    en: 'A rule cannot ask for what it decides itself',
  },
  field_too_costly: {
    zh: '这个字段要逐条查找，不能用在规则里',
    en: 'This field is looked up row by row and cannot stand in a rule',
  },
  nobody_is_me: { zh: '规则里没有「我」，选具体的人', en: 'Nobody is “me” in a rule; choose a person' },
};
const wrongState = { zh: '已转化的线索不再分类', en: 'A converted lead is not classed any more' };

export const getRules = operation({
  id: 'scoring.rules',
  method: 'GET',
  path: '/scoring/rules',
  summary: { zh: '分类规则与评分规则', en: 'Class rules and points' },
  permission: read,
  output: z.object({
    classRules: z.array(z.object({ ...shown, class: z.enum(leadClasses) })),
    classVersion: setVersion,
    classSavedAt: instantSchema.nullable(),
    classSavedBy: z.string().nullable(),
    plan: z.object({
      fit: z.array(z.object({ ...shown, points })),
      touches: z.array(touchRule),
      decayPercent: z.int(),
      decayDays: z.int(),
    }),
    planVersion: setVersion,
    planSavedAt: instantSchema.nullable(),
    planSavedBy: z.string().nullable(),
  }),
});

export const saveClassRules = operation({
  id: 'scoring.saveClassRules',
  method: 'PUT',
  path: '/scoring/class-rules',
  summary: { zh: '启用分类规则', en: 'Put class rules into force' },
  permission: manage,
  input: z.strictObject({ version: setVersion, rules: classRules }),
  output: saved,
  refusals: badRules,
});

export const saveScorePlan = operation({
  id: 'scoring.saveScorePlan',
  method: 'PUT',
  path: '/scoring/score-plan',
  summary: { zh: '启用评分规则', en: 'Put points into force' },
  permission: manage,
  input: z.strictObject({ version: setVersion, plan }),
  output: saved,
  refusals: badRules,
});

const letter = z.enum(leadClasses).nullable();
const simulated = {
  examined: z.int().describe('open leads looked at'),
  changed: z.int(),
  moves: z.array(z.object({ from: letter, to: letter, leads: z.int() })),
  rows: z
    .array(
      z.object({
        id: idSchema,
        company: z.string(),
        owner: z.string().nullable(),
        from: letter,
        to: letter,
        place: z.int().nullable().describe('the rule that decides, from 1'),
        was: z.int().nullable().describe('the score now'),
        becomes: z.int().nullable(),
      }),
    )
    .describe('the first leads that would change and that you may see'),
};
const drill = {
  move: z
    .strictObject({ from: letter, to: letter })
    .optional()
    .describe('only rows that change from this to that'),
  after: idSchema.optional().describe('rows behind this one'),
};

export const simulateClassRules = operation({
  id: 'scoring.simulateClassRules',
  method: 'POST',
  path: '/scoring/class-rules/simulate',
  summary: { zh: '试算分类规则', en: 'Simulate class rules' },
  permission: read,
  reads: true,
  input: z.strictObject({ rules: classRules, ...drill }),
  output: z.object({
    ...simulated,
    pinned: z.int().describe('set by hand, left alone'),
    hits: z.array(z.int()).describe('leads decided by each rule'),
  }),
  refusals: badRules,
});

export const simulateScorePlan = operation({
  id: 'scoring.simulateScorePlan',
  method: 'POST',
  path: '/scoring/score-plan/simulate',
  summary: { zh: '试算评分规则', en: 'Simulate points' },
  permission: read,
  reads: true,
  input: z.strictObject({ plan, ...drill }),
  output: z.object(simulated),
  refusals: badRules,
});

export const chooseSource = operation({
  id: 'scoring.chooseSource',
  method: 'PUT',
  path: '/scoring/source',
  summary: { zh: '选择评分来源：规则或模型', en: 'Choose what makes scores: rules or model' },
  permission: manage,
  input: z.strictObject({ source: z.enum(scoreSources) }),
  output: z.object({ source: z.enum(scoreSources) }),
});

export const trainModel = operation({
  id: 'scoring.train',
  method: 'POST',
  path: '/scoring/model/train',
  status: 202,
  summary: { zh: '现在就重新训练模型', en: 'Learn the model anew now' },
  permission: manage,
  output: z.object({ waiting: z.boolean() }),
});

const share = z.number();
export const getModel = operation({
  id: 'scoring.model',
  method: 'GET',
  path: '/scoring/model',
  summary: { zh: '评分模型与回测', en: 'The score model and its back-test' },
  permission: read,
  output: z.object({
    wanted: z.enum(scoreSources),
    inUse: z.enum(scoreSources).describe('what makes the numbers now'),
    needed: z.int(),
    scored: z.object({ rules: z.int(), model: z.int() }).describe('open leads by what made their number'),
    model: z
      .object({
        trainedAt: instantSchema,
        trainedUntil: instantSchema.nullable(),
        converted: z.int(),
        lost: z.int(),
        unusable: z.enum(['too_few', 'worse_than_base']).nullable(),
        features: z.array(z.object({ key: z.string(), words, effect: share })),
        report: z
          .object({
            trainedOn: z.int(),
            testedOn: z.int(),
            testedFrom: instantSchema,
            testedTo: instantSchema,
            baseRate: share,
            auc: share,
            brier: share,
            baseBrier: share,
            deciles: z.array(z.object({ leads: z.int(), converted: z.int(), lift: share })),
            calibration: z.array(z.object({ leads: z.int(), predicted: share, actual: share })),
          })
          .nullable(),
      })
      .nullable(),
  }),
});

const byId = z.strictObject({ id: idSchema });

export const getGrading = operation({
  id: 'scoring.grading',
  method: 'GET',
  path: '/leads/{id}/grading',
  summary: { zh: '一条线索的分类与评分', en: 'Class and score of a lead' },
  permission: 'leads.read',
  object: 'leads',
  input: byId,
  output: z.object({
    class: letter,
    pinned: z.boolean(),
    rule: z.object({ place: z.int(), words }).nullable().describe('the rule that says so'),
    set: z
      .object({ by: z.string().nullable(), at: instantSchema })
      .nullable()
      .describe('when the class was last changed'),
    score: z.int(),
    band: z.enum(scoreBands),
    source: z.enum(scoreSources).nullable().describe('null: not scored yet'),
    scoredAt: instantSchema.nullable(),
    trained: z.object({ leads: z.int(), until: instantSchema.nullable() }).nullable(),
    reasons: z.array(z.object({ words, points: z.int() })),
    history: z.array(
      z.object({ at: instantSchema, score: z.int(), band: z.enum(scoreBands), source: z.enum(scoreSources) }),
    ),
    may: z.object({ pin: z.boolean() }),
  }),
});

export const pinClass = operation({
  id: 'scoring.pinClass',
  method: 'POST',
  path: '/leads/{id}/class-pin',
  summary: { zh: '人工指定分类', en: 'Pin a class by hand' },
  permission: 'leads.update',
  object: 'leads',
  input: z.strictObject({ id: idSchema, class: z.enum(leadClasses) }),
  output: z.object({ id: idSchema }),
  refusals: { wrong_state: wrongState },
});

export const clearClassPin = operation({
  id: 'scoring.clearClassPin',
  method: 'POST',
  path: '/leads/{id}/class-unpin',
  summary: { zh: '恢复按规则分类', en: 'Let rules say the class again' },
  permission: 'leads.update',
  object: 'leads',
  input: byId,
  output: z.object({ id: idSchema }),
  refusals: { wrong_state: wrongState },
});
