export { DuplicateHint } from './parts/duplicate-hint.tsx';
