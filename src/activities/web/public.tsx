export { RecordTimeline } from './parts/record-timeline.tsx';
