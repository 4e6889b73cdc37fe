export { deedOf } from './parts/fact-words.ts';
export { RecordTimeline } from './parts/record-timeline.tsx';
