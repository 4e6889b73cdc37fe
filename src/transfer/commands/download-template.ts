import type { Input } from '#kernel/contract.ts';
import type { RawContext } from '#kernel/http.ts';
import { sendSheet } from '#kernel/sheets/send-sheet.ts';
import type { SheetCell } from '#kernel/sheets/sheet-to-write.ts';
import { onePage, writeSheet } from '#kernel/sheets/write-sheet.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { downloadTemplate as operation } from '../contract/imports.ts';
import { fieldsToImport, importablesFor } from '../store/course.ts';

/** Sends an empty file to fill in: the fields this person may import, and on a second sheet their possible values. */
export async function downloadTemplate(
  { object, format }: Input<typeof operation>,
  { caller, reply }: RawContext,
): Promise<unknown> {
  const importable = caller && importablesFor(caller).find(({ definition }) => definition.object === object);
  if (!caller || !importable) throw notFound();
  const lang = caller.actor.locale.startsWith('en') ? 'en' : 'zh';
  const fields = fieldsToImport(caller, importable);
  const choices = fields.map((field): SheetCell[] => [
    { text: field.label[lang] },
    { text: field.required ? (lang === 'zh' ? '必填' : 'required') : '' },
    { text: (field.choices ?? []).map((choice) => choice.label[lang]).join(lang === 'zh' ? '、' : ', ') },
  ]);
  const label = importable.definition.label[lang];
  const sheet = { name: label, header: fields.map((field) => field.label[lang]), pages: onePage([]) };
  const help = {
    name: lang === 'zh' ? '填写说明' : 'How to fill in',
    header: lang === 'zh' ? ['字段', '', '可选值'] : ['Field', '', 'Choices'],
    pages: onePage(choices),
  };
  return sendSheet(
    reply,
    writeSheet(format, sheet, [help]),
    `${label}-${lang === 'zh' ? '模板' : 'template'}`,
    format,
  );
}
