const MIB = 1_048_576;

/**
 * What a 3MF may ask of us, whatever its archive says of itself: each keeps one kind of bomb from taking memory or time.
 * Triangles are limited as those of any file, and each corner of a mesh counts towards them.
 */
export const LIMITS = {
  /** Files in the archive; a project of a slicer has some hundred. */
  entries: 10_000,
  /** Bytes of all that is unpacked together: five million triangles with their colours are 700 MB. */
  inflated: 1_024 * MIB,
  /** Bytes of a list of content types or relationships. */
  small: MIB,
  /** Bytes of what a slicer says of the volumes of its objects. */
  settings: 64 * MIB,
  /** Elements within each other. */
  elements: 64,
  /** Characters without the beginning or end of an element. */
  quiet: 16 * MIB,
  /** Resources of one part. */
  resources: 100_000,
  /** Parts of a model that name each other. */
  parts: 2_000,
  /** Objects within each other. */
  components: 32,
  /** Items of the build that differ by more than their place: each is measured by itself. */
  items: 250,
  /** Bodies that the build places. */
  instances: 100_000,
} as const;
