import { z } from 'zod';
import { channelChoices } from '#accounts/model.ts';
import { conditionSchema } from '#kernel/conditions/schema.ts';
import {
  daySchema,
  idSchema,
  instantSchema,
  moneySchema,
  operation,
  versionSchema,
} from '#kernel/contract.ts';
import { createShape, patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { campaignObject } from './fields/campaign.ts';
import { costObject } from './fields/cost.ts';
import { resultObject } from './fields/result.ts';
import { touchObject } from './fields/touch.ts';
import { attributions, bases, groupings, reportColumns, reportPeriods } from './model.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const nameTaken = {
  campaign_name_taken: {
    zh: '「{name}」已是另一个活动的名称或代码',
    en: '“{name}” is the name or code of another campaign already',
  },
};

export const campaignList = listContract(campaignObject, {
  path: '/campaigns',
  permission: 'campaigns.read',
});
export const costList = listContract(costObject, { path: '/channel-costs', permission: 'channelCosts.read' });
export const touchList = listContract(touchObject, { path: '/channel-touches', permission: 'channels.read' });
export const resultList = listContract(resultObject, {
  path: '/channel-results',
  permission: 'channels.read',
});

export const getCampaign = operation({
  id: 'campaigns.get',
  method: 'GET',
  path: '/campaigns/{id}',
  summary: { zh: '一个市场活动', en: 'One campaign' },
  permission: 'campaigns.read',
  object: 'campaigns',
  input: byId,
  output: z.object({
    campaign: rowSchema(campaignObject),
    names: z.record(z.string(), z.string()),
    also: z.array(z.string()).describe('names under which leads are still counted for it'),
    leads: z.int().describe('live leads that name it, as far as this person sees them'),
  }),
});

export const unknownCampaigns = operation({
  id: 'campaigns.unknown',
  method: 'GET',
  path: '/campaigns/unknown',
  summary: { zh: '线索上写了、却没有登记的活动', en: 'Campaigns that leads name and nobody entered' },
  permission: 'campaigns.read',
  output: z.object({
    items: z.array(z.object({ name: z.string(), channel: z.string(), leads: z.int() })),
  }),
});

export const createCampaign = operation({
  id: 'campaigns.create',
  method: 'POST',
  path: '/campaigns',
  status: 201,
  summary: { zh: '新建市场活动', en: 'Create a campaign' },
  permission: 'campaigns.update',
  input: z.strictObject({
    ...createShape(campaignObject),
    status: z.enum(['planned', 'running', 'ended', 'cancelled']).default('planned'),
  }),
  output: saved,
  refusals: nameTaken,
});

export const updateCampaign = operation({
  id: 'campaigns.update',
  method: 'PATCH',
  path: '/campaigns/{id}',
  summary: { zh: '修改市场活动', en: 'Change a campaign' },
  permission: 'campaigns.update',
  object: 'campaigns',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(campaignObject) }),
  output: saved,
  refusals: nameTaken,
});

export const deleteCampaign = operation({
  id: 'campaigns.delete',
  method: 'DELETE',
  path: '/campaigns/{id}',
  summary: { zh: '删除没有费用的市场活动', en: 'Delete a campaign without costs' },
  permission: 'campaigns.update',
  object: 'campaigns',
  input: byId,
  output: saved,
  refusals: {
    campaign_has_costs: {
      zh: '这个活动已有 {amount} 的费用，不能删除；可以把状态改为「已取消」',
      en: 'It has costs of {amount} and stays; set it to “Cancelled” instead',
    },
  },
});

const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('2026-11');

export const setCost = operation({
  id: 'channelCosts.set',
  method: 'PUT',
  path: '/channel-costs',
  summary: { zh: '记一个月的费用', en: 'Set the cost of one month' },
  permission: 'channelCosts.update',
  input: z.strictObject({
    channel: z.enum(channelChoices.map(({ key }) => key)),
    campaignId: idSchema.nullable().default(null),
    month: monthSchema,
    amount: moneySchema.refine((amount) => !amount.startsWith('-'), 'must_not_be_negative'),
    note: z.string().max(200).nullable().optional(),
    was: moneySchema
      .optional()
      .describe('the amount that stood there; refused when somebody changed it in between'),
  }),
  output: saved,
  refusals: {
    not_its_channel: {
      zh: '这个活动属于渠道「{channel}」',
      en: 'This campaign belongs to the channel {channel}',
    },
    cost_changed: {
      zh: '有人刚改成 {amount}，请核对后再改',
      en: 'Somebody has just set it to {amount}; check and enter it again',
    },
  },
});

export const costGrid = operation({
  id: 'channelCosts.grid',
  method: 'GET',
  path: '/channel-costs/grid',
  summary: { zh: '一年的费用表：渠道与活动 × 月份', en: 'Costs of a year: channels and campaigns by month' },
  permission: 'channelCosts.read',
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
  output: z.object({
    year: z.int(),
    currency: z.string(),
    months: z.array(monthSchema),
    rows: z.array(
      z.object({
        channel: z.string(),
        campaignId: idSchema.nullable(),
        name: z.string().nullable(),
        budget: moneySchema.nullable(),
        cells: z.array(moneySchema.nullable()),
        total: moneySchema,
      }),
    ),
    totals: z.array(moneySchema),
    total: moneySchema,
  }),
});

const figure = z.object({
  key: z.string(),
  value: z.string(),
  drill: z
    .object({
      list: z.string(),
      condition: conditionSchema.nullable(),
      measure: z.object({ fn: z.enum(['count', 'sum', 'median']), field: z.string().optional() }),
    })
    .describe('the list under this condition gives the figure again'),
});

const brought = z.object(
  Object.fromEntries(reportColumns.map((column) => [column, z.string()])) as Record<
    (typeof reportColumns)[number],
    z.ZodString
  >,
);
const returns = z.object({
  rate: z.string().nullable(),
  costPerLead: z.string().nullable(),
  costShare: z.string().nullable(),
  roi: z.string().nullable(),
  payback: z.string().nullable(),
});

export const channelReport = operation({
  id: 'channels.report',
  method: 'GET',
  path: '/channels/report',
  summary: { zh: '渠道与活动回报', en: 'Channel and campaign returns' },
  permission: 'channels.read',
  input: z.strictObject({
    period: z.enum(reportPeriods).default('year'),
    attribution: z.enum(attributions).default('first'),
    basis: z.enum(bases).default('period'),
    by: z.enum(groupings).default('channel'),
    channel: z.string().max(40).optional().describe('only this channel'),
  }),
  output: z.object({
    asOf: instantSchema,
    today: daySchema,
    currency: z.string(),
    columns: z.array(z.enum(reportColumns)).describe('what this person may see'),
    reach: z.object({
      seen: z.int(),
      all: z.int().nullable().describe('leads of the organisation, when fewer of them are in sight'),
      whole: z.boolean(),
    }),
    rows: z.array(
      z.object({
        key: z.string(),
        channel: z.string().nullable(),
        name: z.string().nullable(),
        brought,
        returns,
      }),
    ),
    total: z.object({ brought, returns }),
    figures: z.array(figure),
  }),
});

export const leadBoard = operation({
  id: 'channels.board',
  method: 'GET',
  path: '/lead-board',
  summary: { zh: '线索看板', en: 'Lead board' },
  permission: 'channels.board',
  input: z.strictObject({
    period: z.enum(reportPeriods).default('quarter'),
    teamId: idSchema.optional(),
  }),
  output: z.object({
    asOf: instantSchema,
    people: z.array(
      z.object({ id: idSchema, name: z.string(), held: z.int().nullable(), cap: z.int().nullable() }),
    ),
    figures: z.array(figure),
  }),
});
