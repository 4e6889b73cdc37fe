import type { Step } from '#kernel/command.ts';
import type { NewsSource } from '../model.ts';
import { hearersOf, isNews } from '../rules/news.ts';
import { activatedSentence } from '../rules/sentences.ts';
import { loadNamed, loadOffice } from '../store/hearers.ts';
import { insertNotices } from '../store/notifications.ts';

const object = 'contracts';

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
