import {
  addMoney,
  divideMoney,
  isPositiveMoney,
  subtractMoney,
  sumMoney,
  ZERO,
} from '#kernel/values/money.ts';
import { percentOf, sharesOf } from '#kernel/values/percent.ts';
import { type Brought, type ReportColumn, type Returns, reportColumns } from '../model.ts';

const nothing = Object.fromEntries(reportColumns.map((column) => [column, ZERO])) as Record<
  ReportColumn,
  string
>;

/** What was brought, with a zero for what was not. Counts have two decimals too: a lead may be shared between channels. */
export function broughtOf(some: Partial<Record<ReportColumn, string>>): Brought {
  return { ...nothing, ...some };
}

/** All channels together: parts over wholes, never a mean of rates. */
export function totalOf(rows: readonly Brought[]): Brought {
  return Object.fromEntries(
    reportColumns.map((column) => [column, sumMoney(rows.map((row) => row[column]))]),
  ) as Brought;
}

/**
 * What a channel is worth: conversion rate, cost of a lead, return on what was signed and on what was collected. Where
 * nothing was spent there is no return to speak of: null, never infinite and never zero.
 */
export function returnsOf({
  cost,
  leads,
  converted,
  signed,
  collected,
}: Brought): Omit<Returns, 'costShare'> {
  const spent = isPositiveMoney(cost);
  return {
    rate: percentOf(converted, leads, 1),
    costPerLead: spent && isPositiveMoney(leads) ? divideMoney(cost, leads) : null,
    roi: spent ? percentOf(subtractMoney(signed, cost), cost, 1) : null,
    payback: spent ? percentOf(collected, cost, 1) : null,
  };
}

/** The share of each cost in all cost (投入率), with one decimal; the shares add up to 100. */
export function costShares(costs: readonly string[]): (string | null)[] {
  return isPositiveMoney(addMoney(ZERO, ...costs)) ? sharesOf(costs, 1) : costs.map(() => null);
}
