import type { Step } from '#kernel/command.ts';
import { isPositiveMoney } from '#kernel/values/money.ts';
import type { NewsSource } from '../model.ts';
import { hearersOf, isNews } from '../rules/news.ts';
import { moneySentence } from '../rules/sentences.ts';
import { loadNamed } from '../store/hearers.ts';
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
