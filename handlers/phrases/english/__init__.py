"""Every sentence that people read in Slack, in English; one module for each thing that is spoken of."""

from handlers.phrases.english.calendar import *
from handlers.phrases.english.cards import *
from handlers.phrases.english.cases import *
from handlers.phrases.english.conflicts import *
from handlers.phrases.english.deadlines import *
from handlers.phrases.english.deeds import *
from handlers.phrases.english.docket import *
from handlers.phrases.english.entries import *
from handlers.phrases.english.exporting import *
from handlers.phrases.english.hearings import *
from handlers.phrases.english.help import *
from handlers.phrases.english.home import *
from handlers.phrases.english.importing import *
from handlers.phrases.english.labels import *
from handlers.phrases.english.languages import *
from handlers.phrases.english.law import *
from handlers.phrases.english.lists import *
from handlers.phrases.english.mentions import *
from handlers.phrases.english.recording import *
from handlers.phrases.english.reminders import *
from handlers.phrases.english.settings import *
from handlers.phrases.english.timeline import *
from handlers.phrases.english.times import *
from handlers.phrases.english.troubles import *
