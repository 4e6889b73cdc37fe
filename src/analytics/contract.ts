import { z } from 'zod';
import { conditionSchema } from '#kernel/conditions/schema.ts';
import { daySchema, idSchema, operation, signedIn } from '#kernel/contract.ts';
import { blocks, periods } from './model.ts';

const looked = z.strictObject({
  period: z.enum(periods).default('year'),
  teamId: idSchema.optional().describe('only records of the people in this team and those below it'),
});

const figure = z.object({
  key: z.string(),
  value: z.string().describe('whole number or decimal string'),
  drill: z
    .object({
      list: z.string().describe('id of the list operation whose rows these are'),
      condition: conditionSchema.nullable(),
      measure: z.object({ fn: z.enum(['count', 'sum']), field: z.string().optional() }),
    })
    .describe('the list under this condition gives the figure again'),
});

const answer = z.object({
  asOf: z.iso.datetime({ offset: true }),
  today: daySchema,
  period: z.enum(periods),
  currency: z.string(),
  blocks: z.array(z.enum(blocks)),
  figures: z.array(figure),
  people: z.record(z.string(), z.string()).describe('names of the owners in the team table'),
});

export const getHome = operation({
  id: 'analytics.home',
  method: 'GET',
  path: '/home',
  summary: { zh: '今日：按角色的首页，每个数都带明细', en: 'Home by role; every figure carries its rows' },
  permission: signedIn,
  input: looked,
  output: answer,
});

export const getFunnel = operation({
  id: 'analytics.funnel',
  method: 'GET',
  path: '/funnel',
  summary: { zh: '漏斗与预测', en: 'Funnel and forecast' },
  permission: 'analytics.read',
  input: looked,
  output: answer,
});
