import { doors, rooms, type Room } from './rooms.ts'
import { resolveImport, type Import, type Source } from './source.ts'

/** What is wrong with a file's imports by the table of rooms, a sentence each; none is fine. */
export function checkImports(source: Source): string[] {
  const room = rooms[source.room]
  if (room === undefined) return [`${source.path}: no such room in the table`]
  return source.imports.flatMap((one) => checkImport(source, room, one).map((why) => `${source.path} imports ${one.from}: ${why}`))
}

function checkImport(source: Source, room: Room, one: Import): string[] {
  const target = resolveImport(source, one.from)
  if ('node' in target) return mayUseNode(source, room) ? [] : [`no module of Node in ${source.room}/`]
  if ('package' in target) return mayUsePackage(source, room, target.package) ? [] : [`not a package of ${source.room}/`]
  return [...checkSpelling(source, one.from, target.file), ...checkRoom(source, room, target.file, one), ...checkDoors(source, target.file)]
}

function mayUseNode(source: Source, room: Room): boolean {
  return typeof room.node === 'boolean' ? room.node : room.node.test(source.path)
}

function mayUsePackage(source: Source, room: Room, name: string): boolean {
  if (room.packages.includes('*') || room.packages.includes(name)) return true
  return (room.packagesOf ?? []).some(({ files, packages }) => files.test(source.path) && packages.includes(name))
}

function checkRoom(source: Source, room: Room, file: string, one: Import): string[] {
  if (isUnder(file, source.room) || room.rooms.some((name) => isUnder(file, name)) || room.files?.includes(file)) return []
  const byType = room.typesOf?.some((name) => isUnder(file, name)) === true
  if (byType && one.isType) return []
  return [byType ? `${file.split('/')[0]}/ is known by its types only` : `${source.room}/ may not import from ${file.split('/')[0]}/`]
}

function checkDoors(source: Source, file: string): string[] {
  return doors.flatMap(({ folder, openTo, why }) => {
    const inside = folder.split('/')[0] === source.room
    return file.startsWith(folder) && !inside && !openTo.includes(source.room) ? [why] : []
  })
}

function checkSpelling(source: Source, from: string, file: string): string[] {
  if (!/\.(ts|tsx|css|json|svg)$/.test(from)) return ['an import names its file with the ending']
  if (from.startsWith('.') && !isUnder(file, source.room)) return ['another room is imported by its #name']
  return []
}

function isUnder(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`)
}
