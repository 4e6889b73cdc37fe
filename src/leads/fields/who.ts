import type { Field } from '#kernel/fields.ts';
import { aside, entered } from './kinds.ts';

/** Whom to call, and the company he speaks for. */
export const whoFields: readonly Field[] = [
  {
    ...entered,
    key: 'company',
    type: 'text',
    label: { zh: '公司', en: 'Company' },
    required: true,
    sort: true,
    search: true,
    grams: true,
    width: 200,
    synonyms: ['公司名称', '企业名称', '客户名称', '单位', 'company name', 'account', 'organization'],
  },
  {
    ...entered,
    key: 'contactName',
    type: 'text',
    label: { zh: '联系人', en: 'Contact' },
    width: 96,
    synonyms: ['姓名', '联系人姓名', 'name', 'contact name', 'full name'],
  },
  {
    ...entered,
    key: 'phone',
    type: 'phone',
    label: { zh: '手机', en: 'Phone' },
    width: 132,
    synonyms: ['电话', '手机号', '联系电话', '手机号码', 'mobile', 'phone number', 'tel'],
  },
  {
    ...entered,
    ...aside,
    key: 'email',
    type: 'email',
    label: { zh: '邮箱', en: 'E-mail' },
    width: 180,
    synonyms: ['电子邮箱', '邮件', 'mail', 'email address'],
  },
  {
    ...entered,
    ...aside,
    key: 'title',
    type: 'text',
    label: { zh: '职位', en: 'Job title' },
    width: 104,
    synonyms: ['职务', 'position', 'job title'],
  },
];
