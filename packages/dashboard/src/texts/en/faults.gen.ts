// Made by `npm run docs` from packages/pricing/src/fault-words.ts.
export const modelFault = {
  "OPEN_EDGES": {
    "name": "Holes in the surface",
    "help": "Close the holes. Blender: 3D Print Toolbox, Make Manifold; Meshmixer: Analysis, Inspector; Fusion: Mesh, Repair, Close Holes. In a CAD program knit or stitch the surfaces to a solid, then export again."
  },
  "NON_MANIFOLD_EDGES": {
    "name": "Edges of more than two faces",
    "help": "Walls or bodies meet in a line there. Let bodies overlap a little or keep them apart, and delete walls inside of the part. Blender: Select, All by Trait, Non Manifold shows them."
  },
  "FLIPPED": {
    "name": "Faces that look inward",
    "help": "Turn these faces to the outside. Blender: Mesh, Normals, Recalculate Outside (Shift+N); Meshmixer: Analysis, Inspector; in FreeCAD: Meshes, Harmonize normals."
  },
  "INSIDE_OUT": {
    "name": "A body was inside out",
    "help": "It was turned for the price. If it was meant as a cavity, put it wholly into another body and export again."
  },
  "MERGED_CORNERS": {
    "name": "Corners were joined",
    "help": "They lay nearer to each other than the file can tell, and were taken for one. Nothing has to be done."
  },
  "SHEET": {
    "name": "A surface without thickness",
    "help": "It cannot be made and was left out. Give it a thickness: Blender: Solidify modifier; Fusion: Thicken; SolidWorks: Thicken. Or delete it."
  },
  "UNITED": {
    "name": "Bodies were united",
    "help": "They overlap or touch, and were measured as one. If they are separate parts, move them apart and export again."
  },
  "NOT_UNITED": {
    "name": "Bodies could not be united",
    "help": "Where they overlap, material counts twice. Unite them in your program: Blender: Boolean, Union; Fusion and SolidWorks: Combine."
  },
  "DEGENERATE": {
    "name": "Faces without area",
    "help": "They were left out. To be rid of them: Blender: Mesh, Clean Up, Degenerate Dissolve; or export with a finer setting."
  },
  "NO_VOLUME": {
    "name": "The model encloses nothing",
    "help": "Check the unit at export: a part exported in metres and read in millimetres nearly vanishes. A surface alone has to be made a solid first."
  },
  "THIN_WALL": {
    "name": "Walls too thin",
    "help": "Make these walls thicker (0.8 mm for FDM, 0.7 mm for SLS, 0.5 mm for SLA), choose another process, or check the unit of the export."
  },
  "EXCEEDS_BUILD_VOLUME": {
    "name": "Too large for the machine",
    "help": "Check the unit of the export first. Else make it smaller, choose a process with a larger machine, or cut it into parts: Blender: Bisect; Meshmixer: Plane Cut."
  },
  "GEOMETRY_NOT_CHECKED": {
    "name": "The geometry was not checked yet",
    "help": "The model is large: it is checked when its price is calculated. A simpler mesh is checked at once: Blender: Decimate; Meshmixer: Reduce."
  },
  "PADDING": {
    "name": "Bytes behind the last triangle",
    "help": "They were passed over. If something is missing in the model, export it again."
  },
  "WRONG_COUNT": {
    "name": "The file states a wrong number of triangles",
    "help": "It was read by its size. Compare the picture with your model; if something is missing, export it again."
  },
  "NOT_STL": {
    "name": "The file is no STL",
    "help": "Open the model in the program that it was made with and export it as STL: renaming a file does not convert it."
  },
  "NOT_OBJ": {
    "name": "The OBJ file cannot be read",
    "help": "Export it again as polygons, not as curves or surfaces by formula, or export it as STL."
  },
  "NOT_3MF": {
    "name": "The 3MF file cannot be read",
    "help": "Open it in the program that it was made with and export it as 3MF again, or as STL."
  },
  "LEFT_OUT": {
    "name": "Parts of the 3MF file are not made",
    "help": "Supports, modifiers of a slicer, surfaces and objects that are not to be printed were passed over. If one of them belongs to the part, make it a solid model in your program and export again."
  },
  "SEVERAL_ITEMS": {
    "name": "Several items in one file",
    "help": "Each is checked by itself, and the price of one piece is for all of them together. If you want another number of one of them, order it in a file of its own. What is to be one part has to be one object: select and merge the items in your program and export again."
  },
  "UNSUPPORTED_FORMAT": {
    "name": "A format that is not read",
    "help": "Export the model from its program as STL, OBJ or 3MF: File, Export or Save a copy."
  },
  "TRUNCATED": {
    "name": "The file ends too early",
    "help": "It was cut, probably while it was copied or exported. Export it again and upload the new file."
  },
  "TRAILING_BYTES": {
    "name": "The file goes on behind its end",
    "help": "Something else was added to it. Export the model again as binary STL."
  },
  "NO_TRIANGLES": {
    "name": "The file holds no triangles",
    "help": "Choose the body before you export it: some programs export only what is selected, or hide bodies that are off."
  },
  "NAN_COORDINATES": {
    "name": "Coordinates that are no numbers",
    "help": "The mesh is damaged. Repair it (Meshmixer: Analysis, Inspector; Blender: Mesh, Clean Up), or export it again from the original."
  },
  "COORDINATES_TOO_LARGE": {
    "name": "Coordinates beyond all measure",
    "help": "Move the model to the origin and check the unit, then export it again."
  },
  "TOO_MANY_TRIANGLES": {
    "name": "Too many triangles",
    "help": "Simplify the mesh, 1,000,000 are enough for any part: Blender: Decimate; Meshmixer: Edit, Reduce; or a coarser setting at export."
  },
  "TOO_MANY_BYTES": {
    "name": "The file is too large",
    "help": "Export it as binary STL, which is a fifth of the text, or simplify the mesh: Blender: Decimate; Meshmixer: Reduce."
  },
  "INSPECTION_FAILED": {
    "name": "The file could not be inspected",
    "help": "Simplify the mesh or export it as binary STL, and upload it again."
  },
  "FILE_LOST": {
    "name": "The file is no longer here",
    "help": "Upload it again."
  }
} as const;
