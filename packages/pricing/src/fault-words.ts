import type { FaultCode } from './fault.ts';
import { PROCESS_PROFILES } from './process-profiles.ts';

/** What a fault is called, and what to do about it in the program that the model comes from. */
interface FaultWords {
  name: string;
  help: string;
}

/** The least that each process can make, in mm. */
const thinnest = (say: (process: string, wall: number) => string): string =>
  Object.entries(PROCESS_PROFILES)
    .map(([process, { thinnest_wall }]) => say(process, thinnest_wall))
    .join(', ');

/** Faults of an upload that no mesh has. */
type UploadFaultCode = 'GEOMETRY_NOT_CHECKED' | 'INSPECTION_FAILED' | 'FILE_LOST';

export const FAULT_LANGUAGES = ['en', 'ru'] as const;
type FaultLanguage = (typeof FAULT_LANGUAGES)[number];

/** In both languages of ours, by the code of the fault. The web page's texts and the interfaces' English are made of it. */
export const FAULT_WORDS: Readonly<Record<FaultCode | UploadFaultCode, Readonly<Record<FaultLanguage, FaultWords>>>> = {
  OPEN_EDGES: {
    en: {
      name: 'Holes in the surface',
      help: 'Close the holes. Blender: 3D Print Toolbox, Make Manifold; Meshmixer: Analysis, Inspector; Fusion: Mesh, Repair, Close Holes. In a CAD program knit or stitch the surfaces to a solid, then export again.',
    },
    ru: {
      name: 'Дыры в поверхности',
      help: 'Закройте дыры. Blender: 3D Print Toolbox, Make Manifold; Meshmixer: Analysis, Inspector; Fusion: Mesh, Repair, Close Holes. В САПР сшейте поверхности в твёрдое тело и экспортируйте снова.',
    },
  },
  NON_MANIFOLD_EDGES: {
    en: {
      name: 'Edges of more than two faces',
      help: 'Walls or bodies meet in a line there. Let bodies overlap a little or keep them apart, and delete walls inside of the part. Blender: Select, All by Trait, Non Manifold shows them.',
    },
    ru: {
      name: 'Рёбра, где сходится больше двух граней',
      help: 'Здесь стенки или тела касаются по линии. Пусть тела немного пересекаются или стоят отдельно; удалите стенки внутри детали. Blender: Select, All by Trait, Non Manifold показывает их.',
    },
  },
  FLIPPED: {
    en: {
      name: 'Faces that look inward',
      help: 'Turn these faces to the outside. Blender: Mesh, Normals, Recalculate Outside (Shift+N); Meshmixer: Analysis, Inspector; in FreeCAD: Meshes, Harmonize normals.',
    },
    ru: {
      name: 'Грани вывернуты внутрь',
      help: 'Разверните эти грани наружу. Blender: Mesh, Normals, Recalculate Outside (Shift+N); Meshmixer: Analysis, Inspector; FreeCAD: Meshes, Harmonize normals.',
    },
  },
  INSIDE_OUT: {
    en: {
      name: 'A body was inside out',
      help: 'It was turned for the price. If it was meant as a cavity, put it wholly into another body and export again.',
    },
    ru: {
      name: 'Тело было вывернуто наизнанку',
      help: 'Для расчёта его развернули. Если это полость, поместите её целиком внутрь другого тела и экспортируйте снова.',
    },
  },
  MERGED_CORNERS: {
    en: {
      name: 'Corners were joined',
      help: 'They lay nearer to each other than the file can tell, and were taken for one. Nothing has to be done.',
    },
    ru: {
      name: 'Вершины объединены',
      help: 'Они лежали ближе друг к другу, чем различает файл, и посчитаны за одну. Ничего делать не нужно.',
    },
  },
  SHEET: {
    en: {
      name: 'A surface without thickness',
      help: 'It cannot be made and was left out. Give it a thickness: Blender: Solidify modifier; Fusion: Thicken; SolidWorks: Thicken. Or delete it.',
    },
    ru: {
      name: 'Поверхность без толщины',
      help: 'Её нельзя изготовить, и в расчёт она не вошла. Придайте толщину — Blender: модификатор Solidify; Fusion и SolidWorks: Thicken — или удалите её.',
    },
  },
  UNITED: {
    en: {
      name: 'Bodies were united',
      help: 'They overlap or touch, and were measured as one. If they are separate parts, move them apart and export again.',
    },
    ru: {
      name: 'Тела объединены',
      help: 'Они пересекаются или касаются и посчитаны как одно. Если это отдельные детали, раздвиньте их и экспортируйте снова.',
    },
  },
  NOT_UNITED: {
    en: {
      name: 'Bodies could not be united',
      help: 'Where they overlap, material counts twice. Unite them in your program: Blender: Boolean, Union; Fusion and SolidWorks: Combine.',
    },
    ru: {
      name: 'Тела не удалось объединить',
      help: 'Там, где они пересекаются, материал посчитан дважды. Объедините их в своей программе: Blender: Boolean, Union; Fusion и SolidWorks: Combine.',
    },
  },
  DEGENERATE: {
    en: {
      name: 'Faces without area',
      help: 'They were left out. To be rid of them: Blender: Mesh, Clean Up, Degenerate Dissolve; or export with a finer setting.',
    },
    ru: {
      name: 'Грани без площади',
      help: 'В расчёт они не вошли. Чтобы их убрать — Blender: Mesh, Clean Up, Degenerate Dissolve — или экспортируйте точнее.',
    },
  },
  NO_VOLUME: {
    en: {
      name: 'The model encloses nothing',
      help: 'Check the unit at export: a part exported in metres and read in millimetres nearly vanishes. A surface alone has to be made a solid first.',
    },
    ru: {
      name: 'Модель не имеет объёма',
      help: 'Проверьте единицы при экспорте: деталь в метрах, прочитанная в миллиметрах, почти исчезает. Одну поверхность сначала превратите в твёрдое тело.',
    },
  },
  THIN_WALL: {
    en: {
      name: 'Walls too thin',
      help: `Make these walls thicker (${thinnest((process, wall) => `${wall} mm for ${process}`)}), choose another process, or check the unit of the export.`,
    },
    ru: {
      name: 'Слишком тонкие стенки',
      help: `Сделайте эти стенки толще (${thinnest((process, wall) => `${String(wall).replace('.', ',')} мм для ${process}`)}), выберите другой процесс или проверьте единицы экспорта.`,
    },
  },
  EXCEEDS_BUILD_VOLUME: {
    en: {
      name: 'Too large for the machine',
      help: 'Check the unit of the export first. Else make it smaller, choose a process with a larger machine, or cut it into parts: Blender: Bisect; Meshmixer: Plane Cut.',
    },
    ru: {
      name: 'Не помещается в машину',
      help: 'Сначала проверьте единицы экспорта. Иначе уменьшите деталь, выберите процесс с большей машиной или разрежьте её: Blender: Bisect; Meshmixer: Plane Cut.',
    },
  },
  GEOMETRY_NOT_CHECKED: {
    en: {
      name: 'The geometry was not checked yet',
      help: 'The model is large: it is checked when its price is calculated. A simpler mesh is checked at once: Blender: Decimate; Meshmixer: Reduce.',
    },
    ru: {
      name: 'Геометрия ещё не проверена',
      help: 'Модель большая: её проверят при расчёте цены. Более простую сетку проверяют сразу — Blender: Decimate; Meshmixer: Reduce.',
    },
  },
  PADDING: {
    en: {
      name: 'Bytes behind the last triangle',
      help: 'They were passed over. If something is missing in the model, export it again.',
    },
    ru: {
      name: 'Лишние байты после последнего треугольника',
      help: 'Они пропущены. Если в модели чего-то не хватает, экспортируйте её снова.',
    },
  },
  WRONG_COUNT: {
    en: {
      name: 'The file states a wrong number of triangles',
      help: 'It was read by its size. Compare the picture with your model; if something is missing, export it again.',
    },
    ru: {
      name: 'В файле неверно указано число треугольников',
      help: 'Файл прочитан по его размеру. Сравните изображение с моделью; если чего-то не хватает, экспортируйте снова.',
    },
  },
  NOT_STL: {
    en: {
      name: 'The file is no STL',
      help: 'Open the model in the program that it was made with and export it as STL: renaming a file does not convert it.',
    },
    ru: {
      name: 'Это не файл STL',
      help: 'Откройте модель в программе, где она создана, и экспортируйте в STL: переименование файла его не преобразует.',
    },
  },
  NOT_OBJ: {
    en: {
      name: 'The OBJ file cannot be read',
      help: 'Export it again as polygons, not as curves or surfaces by formula, or export it as STL.',
    },
    ru: {
      name: 'Файл OBJ не читается',
      help: 'Экспортируйте его снова как полигоны, а не как кривые или поверхности, либо в STL.',
    },
  },
  NOT_3MF: {
    en: {
      name: 'The 3MF file cannot be read',
      help: 'Open it in the program that it was made with and export it as 3MF again, or as STL.',
    },
    ru: {
      name: 'Файл 3MF не читается',
      help: 'Откройте его в программе, где он создан, и экспортируйте снова в 3MF или в STL.',
    },
  },
  LEFT_OUT: {
    en: {
      name: 'Parts of the 3MF file are not made',
      help: 'Supports, modifiers of a slicer, surfaces and objects that are not to be printed were passed over. If one of them belongs to the part, make it a solid model in your program and export again.',
    },
    ru: {
      name: 'Часть файла 3MF не изготавливается',
      help: 'Поддержки, модификаторы слайсера, поверхности и объекты, не предназначенные для печати, пропущены. Если что-то из них относится к детали, сделайте это твёрдым телом в вашей программе и экспортируйте снова.',
    },
  },
  SEVERAL_ITEMS: {
    en: {
      name: 'Several items in one file',
      help: 'Each is checked by itself, and the price of one piece is for all of them together. If you want another number of one of them, order it in a file of its own. What is to be one part has to be one object: select and merge the items in your program and export again.',
    },
    ru: {
      name: 'Несколько предметов в одном файле',
      help: 'Каждый проверяется отдельно, а цена за штуку — сразу за все. Если какой-то нужен в другом количестве, закажите его отдельным файлом. Если всё это одна деталь, объедините предметы в один объект в вашей программе и экспортируйте снова.',
    },
  },
  UNSUPPORTED_FORMAT: {
    en: {
      name: 'A format that is not read',
      help: 'Export the model from its program as STL, OBJ or 3MF: File, Export or Save a copy.',
    },
    ru: {
      name: 'Формат не поддерживается',
      help: 'Экспортируйте модель из программы в STL, OBJ или 3MF: «Файл», «Экспорт» или «Сохранить копию».',
    },
  },
  TRUNCATED: {
    en: {
      name: 'The file ends too early',
      help: 'It was cut, probably while it was copied or exported. Export it again and upload the new file.',
    },
    ru: {
      name: 'Файл обрывается',
      help: 'Вероятно, он повреждён при копировании или экспорте. Экспортируйте снова и загрузите новый файл.',
    },
  },
  TRAILING_BYTES: {
    en: {
      name: 'The file goes on behind its end',
      help: 'Something else was added to it. Export the model again as binary STL.',
    },
    ru: {
      name: 'После конца модели в файле есть ещё данные',
      help: 'К файлу что-то добавлено. Экспортируйте модель снова как двоичный STL.',
    },
  },
  NO_TRIANGLES: {
    en: {
      name: 'The file holds no triangles',
      help: 'Choose the body before you export it: some programs export only what is selected, or hide bodies that are off.',
    },
    ru: {
      name: 'В файле нет треугольников',
      help: 'Выберите тело перед экспортом: некоторые программы экспортируют только выделенное или пропускают скрытое.',
    },
  },
  NAN_COORDINATES: {
    en: {
      name: 'Coordinates that are no numbers',
      help: 'The mesh is damaged. Repair it (Meshmixer: Analysis, Inspector; Blender: Mesh, Clean Up), or export it again from the original.',
    },
    ru: {
      name: 'Координаты не являются числами',
      help: 'Сетка повреждена. Исправьте её (Meshmixer: Analysis, Inspector; Blender: Mesh, Clean Up) или экспортируйте снова из исходной модели.',
    },
  },
  COORDINATES_TOO_LARGE: {
    en: {
      name: 'Coordinates beyond all measure',
      help: 'Move the model to the origin and check the unit, then export it again.',
    },
    ru: {
      name: 'Слишком большие координаты',
      help: 'Переместите модель в начало координат, проверьте единицы и экспортируйте снова.',
    },
  },
  TOO_MANY_TRIANGLES: {
    en: {
      name: 'Too many triangles',
      help: 'Simplify the mesh, 1,000,000 are enough for any part: Blender: Decimate; Meshmixer: Edit, Reduce; or a coarser setting at export.',
    },
    ru: {
      name: 'Слишком много треугольников',
      help: 'Упростите сетку, любой детали хватит 1 000 000: Blender: Decimate; Meshmixer: Edit, Reduce; или экспортируйте грубее.',
    },
  },
  TOO_MANY_BYTES: {
    en: {
      name: 'The file is too large',
      help: 'Export it as binary STL, which is a fifth of the text, or simplify the mesh: Blender: Decimate; Meshmixer: Reduce.',
    },
    ru: {
      name: 'Файл слишком большой',
      help: 'Экспортируйте в двоичный STL — он впятеро меньше текстового — или упростите сетку: Blender: Decimate; Meshmixer: Reduce.',
    },
  },
  INSPECTION_FAILED: {
    en: {
      name: 'The file could not be inspected',
      help: 'Simplify the mesh or export it as binary STL, and upload it again.',
    },
    ru: {
      name: 'Файл не удалось проверить',
      help: 'Упростите сетку или экспортируйте в двоичный STL и загрузите снова.',
    },
  },
  FILE_LOST: {
    en: { name: 'The file is no longer here', help: 'Upload it again.' },
    ru: { name: 'Файла больше нет', help: 'Загрузите его снова.' },
  },
};

/** What interfaces say of a fault, in English. */
export interface FaultAdvice extends FaultWords {
  code: string;
}

const isKnown = (code: string): code is keyof typeof FAULT_WORDS => Object.hasOwn(FAULT_WORDS, code);

/** Of each code once, in their order; a code of a newer build is left out. */
export const adviceOn = (codes: readonly string[]): FaultAdvice[] =>
  [...new Set(codes)].filter(isKnown).map((code) => ({ code, ...FAULT_WORDS[code].en }));
