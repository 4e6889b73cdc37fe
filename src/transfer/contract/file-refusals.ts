import type { Words } from '#kernel/fields.ts';

/** The sentences of everything that may be wrong with an uploaded file. */
export const fileRefusals: Readonly<Record<string, Words>> = {
  file_missing: { zh: '没有收到文件', en: 'No file was received' },
  file_empty: { zh: '文件是空的', en: 'The file is empty' },
  no_data_rows: { zh: '文件里没有数据行', en: 'The file has no rows of data' },
  file_too_big: { zh: '文件超过 {max} MB', en: 'The file is larger than {max} MB' },
  too_many_rows: { zh: '超过 {max} 行，请分成几个文件', en: 'More than {max} rows: split the file' },
  too_many_columns: { zh: '超过 {max} 列', en: 'More than {max} columns' },
  record_too_long: {
    zh: '第 {line} 行之后有一个没有闭合的引号，或一行超过 4 MB',
    en: 'After row {line} a quotation mark is never closed, or one row is larger than 4 MB',
  },
  old_excel: {
    zh: '这是旧版或加了密码的 Excel，请另存为 .xlsx（不加密码）或 CSV',
    en: 'An old or password-protected Excel file: save it as .xlsx without a password, or as CSV',
  },
  not_a_sheet: { zh: '不是 CSV 或 XLSX 文件', en: 'Neither a CSV nor an XLSX file' },
  broken_file: { zh: '文件已损坏，读不出来', en: 'The file is damaged and cannot be read' },
  unpacks_too_big: {
    zh: '文件解压后过大，不像正常的表格',
    en: 'The file unpacks to a size that no ordinary sheet has',
  },
  file_with_dtd: {
    zh: '文件里含有不允许的 XML 声明',
    en: 'The file contains XML declarations that are not allowed',
  },
  no_such_sheet: { zh: '没有这个工作表', en: 'No such sheet' },
  unknown_encoding: { zh: '不认识这种文字编码', en: 'Unknown text encoding' },
  unknown_object: { zh: '这个对象不能导入', en: 'This object cannot be imported' },
};
