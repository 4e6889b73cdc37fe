import { useMay } from './session.ts';
import { type HomeBlock, webSlices } from './slice.ts';

/** What slices put on a home screen, in their order, as far as the reader may see it. */
export function HomeBlocks({ place }: { readonly place: HomeBlock['place'] }) {
  const may = useMay();
  return webSlices()
    .flatMap((slice) => slice.home ?? [])
    .filter((block) => block.place === place && may(block.permission))
    .sort((one, other) => one.order - other.order)
    .map(({ key, Part }) => <Part key={key} />);
}
