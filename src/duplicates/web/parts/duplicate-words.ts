import { defineWords } from '#kernel/web/words.tsx';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

export const words = defineWords('duplicates', zh, en);
