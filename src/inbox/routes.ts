import { serve } from '#kernel/http.ts';
import { finishNews } from './commands/finish-news.ts';
import { readAllNews } from './commands/read-all-news.ts';
import { readNews } from './commands/read-news.ts';
import { reopenNews } from './commands/reopen-news.ts';
import { snoozeNews } from './commands/snooze-news.ts';
import { unreadNews } from './commands/unread-news.ts';
import * as contract from './contract.ts';
import { countUnread, listInbox } from './queries.ts';

export const routes = [
  serve(contract.listInbox, listInbox),
  serve(contract.countUnread, countUnread),
  serve(contract.readNews, readNews),
  serve(contract.unreadNews, unreadNews),
  serve(contract.readAllNews, readAllNews),
  serve(contract.finishNews, finishNews),
  serve(contract.reopenNews, reopenNews),
  serve(contract.snoozeNews, snoozeNews),
];
