import type { Step } from '#kernel/command.ts';
import { isPositiveMoney } from '#kernel/values/money.ts';
import type { NewsSource } from '../model.ts';
import { hearersOf, isNews } from '../rules/news.ts';
import { activatedSentence, moneySentence } from '../rules/sentences.ts';
import { loadNamed, loadOffice } from '../store/hearers.ts';
import { insertNotices } from '../store/notifications.ts';

const object = 'contracts';

/** Money was used for a contract: its owner hears of it. Money taken off again is finance's own correction. */
export async function tellMoneyReceived(
  money: { contractId: string; amount: string; currency: string; settled: boolean },
  news: NewsSource,
  step: Step,
): Promise<void> {
  if (!isPositiveMoney(money.amount) || !isNews(news, step.now)) return;
  const contract = await loadNamed(step, object, money.contractId);
  if (!contract) return;
  await insertNotices(step, {
    userIds: hearersOf([contract.ownerId], news.actorId),
    kind: 'moneyReceived',
    object,
    recordId: money.contractId,
    title: moneySentence(contract.name, money.amount, money.currency, money.settled),
    factId: news.factId,
    at: news.at,
  });
}

/** A contract is in force: finance, who will collect the money, hears of it. */
export async function tellFinance(
  {
    contractId,
    number,
    amount,
    currency,
  }: { contractId: string; number: string; amount: string; currency: string },
  news: NewsSource,
  step: Step,
): Promise<void> {
  if (!isNews(news, step.now)) return;
  const contract = await loadNamed(step, object, contractId);
  if (!contract) return;
  await insertNotices(step, {
    userIds: hearersOf(await loadOffice(step, 'receipts.allocate', 'receivables'), news.actorId),
    kind: 'contractActivated',
    object,
    recordId: contractId,
    title: activatedSentence(contract.name, number, amount, currency),
    factId: news.factId,
    at: news.at,
  });
}
