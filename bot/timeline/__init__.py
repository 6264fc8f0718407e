"""The picture and the chronology: what stands on the docket, set on paper by typst.

Pure, apart from the one query that reads the docket (`files.py`): the same rows and the same instant give the same
bytes. Nothing is looked up elsewhere: the fonts are in this folder.
"""

from bot.timeline.chronology import chronology_pdf
from bot.timeline.files import CaseFile, open_files
from bot.timeline.naming import Naming
from bot.timeline.picture import Shape, nearest, picture_png

__all__ = ["CaseFile", "Naming", "Shape", "chronology_pdf", "nearest", "open_files", "picture_png"]
