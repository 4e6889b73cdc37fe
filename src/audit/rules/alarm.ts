import type { Words } from '#kernel/fields.ts';

/** What auditors read in their inbox when the chain of facts does not hold. */
export function alarmSentence(places: number): Words {
  return {
    zh: `审计：哈希链有 ${places} 处不一致，有事件在数据库里被改动过`,
    en: `Audit: the chain of facts does not hold in ${places} places; somebody changed the database`,
  };
}
