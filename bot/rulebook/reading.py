"""Reading YAML with the line of every field kept, so that a mistake can be pointed at."""

from pathlib import Path
from typing import Any

import yaml

from bot.law.errors import BadPackError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FOLDER = Path(__file__).parent


class Lines(dict[str, Any]):
    """A mapping that knows the file and the line it was written on, and those of its fields."""

    def __init__(self, file: str, line: int, lines: dict[str, int], values: dict[str, Any]) -> None:
        super().__init__(values)
        self.file, self.line, self.lines = file, line, lines

    def wrong(self, field: str, sentence: str) -> BadPackError:
        """Return the error for one of the fields: file, line, field and what is wrong."""
        line = self.lines.get(field, self.line)
        return BadPackError(f"{self.file}, line {line}, {field}: {sentence}")


def read_yaml(path: Path) -> Lines:
    """Read a YAML file whose top level is a mapping.

    Raises:
        BadPackError: if it cannot be read or is not YAML; the sentence names the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=_LOADER)
        value = _value(path.name, node, _LOADER("")) if node else None
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadPackError(f"{path.name} cannot be read: {trouble}.") from trouble
    except yaml.MarkedYAMLError as trouble:
        line = trouble.problem_mark.line + 1 if trouble.problem_mark else 1
        raise BadPackError(f"{path.name}, line {line}: this is not YAML: {trouble.problem}.") from trouble
    except yaml.YAMLError as trouble:  # a character that YAML does not allow
        raise BadPackError(f"{path.name} is not YAML: {trouble}.") from trouble
    except RecursionError:
        raise BadPackError(f"{path.name}, line 1: a part of this file contains itself.") from None
    if not isinstance(value, Lines):
        raise BadPackError(f"{path.name}, line 1: a pack starts with fields, such as `pack: my-court`.")
    return value


def _value(file: str, node: yaml.Node, loader: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    if isinstance(node, yaml.MappingNode):
        pairs = [(str(key.value), key.start_mark.line + 1, value) for key, value in node.value]
        lines: dict[str, int] = {}
        for name, line, _ in pairs:
            if name in lines:
                raise BadPackError(f"{file}, line {line}, {name}: this field stands in line {lines[name]} already.")
            lines[name] = line
        values = {name: _value(file, value, loader) for name, _, value in pairs}
        return Lines(file, node.start_mark.line + 1, lines, values)
    if isinstance(node, yaml.SequenceNode):
        return [_value(file, item, loader) for item in node.value]
    try:
        return loader.construct_object(node)
    except ValueError:  # 2010-31-01 looks like a day and is none: the field says what it wants
        return node.value
