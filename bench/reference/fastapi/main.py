"""The same board as the other servers of this bench, as it is usually written with FastAPI and SQLAlchemy's async session."""

import os
import uuid

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel
from sqlalchemy import Column, ForeignKey, Integer, String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import declarative_base, sessionmaker
from sqlalchemy.pool import AsyncAdaptedQueuePool

engine = create_async_engine(
    f"sqlite+aiosqlite:///{os.environ['BOARD_FILE']}", poolclass=AsyncAdaptedQueuePool
)
new_session = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
Base = declarative_base()
tokens: set[str] = set()


class ColumnRow(Base):
    __tablename__ = "columns"
    id = Column(String, primary_key=True)
    title = Column(String, nullable=False)
    place = Column(Integer, nullable=False)


class CardRow(Base):
    __tablename__ = "cards"
    id = Column(String, primary_key=True)
    title = Column(String, nullable=False)
    details = Column(String, nullable=False)
    column_id = Column(String, ForeignKey("columns.id"), nullable=False, index=True)
    place = Column(Integer, nullable=False)


class Credentials(BaseModel):
    username: str
    password: str


class Token(BaseModel):
    token: str


class BoardColumn(BaseModel):
    id: str
    title: str
    cardIds: list[str]


class BoardCard(BaseModel):
    id: str
    title: str
    details: str


class Board(BaseModel):
    columns: list[BoardColumn]
    cards: dict[str, BoardCard]


async def session():
    async with new_session() as opened:
        yield opened


def signed_in(authorization: str = Header(...)) -> None:
    if authorization.removeprefix("Bearer ") not in tokens:
        raise HTTPException(401)


async def rows(db: AsyncSession, query) -> list:
    return (await db.execute(query)).scalars().all()


async def read(db: AsyncSession) -> Board:
    columns = await rows(db, select(ColumnRow).order_by(ColumnRow.place))
    cards = await rows(db, select(CardRow).order_by(CardRow.place))
    placed: dict[str, list[str]] = {column.id: [] for column in columns}
    for card in cards:
        placed[card.column_id].append(card.id)
    return Board(
        columns=[BoardColumn(id=c.id, title=c.title, cardIds=placed[c.id]) for c in columns],
        cards={c.id: BoardCard(id=c.id, title=c.title, details=c.details) for c in cards},
    )


async def store(db: AsyncSession, model, wanted: dict[str, dict]) -> None:
    """Writes only what is another one than before."""
    for row in await rows(db, select(model)):
        fields = wanted.pop(row.id, None)
        if fields is None:
            await db.execute(delete(model).where(model.id == row.id))
            continue
        for name, value in fields.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    db.add_all(model(id=row_id, **fields) for row_id, fields in wanted.items())
    await db.flush()


api = APIRouter(prefix="/api")


@api.post("/auth/login", response_model=Token)
async def login(credentials: Credentials):
    if (credentials.username, credentials.password) != ("user", "password"):
        raise HTTPException(401)
    token = str(uuid.uuid4())
    tokens.add(token)
    return Token(token=token)


@api.get("/board", response_model=Board, dependencies=[Depends(signed_in)])
async def get_board(db: AsyncSession = Depends(session)):
    return await read(db)


@api.patch("/board", response_model=Board, dependencies=[Depends(signed_in)])
async def patch_board(board: Board, db: AsyncSession = Depends(session)):
    columns = {c.id: {"title": c.title, "place": place} for place, c in enumerate(board.columns)}
    cards = {
        card_id: {
            "title": board.cards[card_id].title,
            "details": board.cards[card_id].details,
            "column_id": column.id,
            "place": place,
        }
        for column in board.columns
        for place, card_id in enumerate(column.cardIds)
    }
    await store(db, ColumnRow, columns)
    await store(db, CardRow, cards)
    await db.commit()
    return await read(db)


async def start() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    seed = Board.parse_file(os.environ["BOARD_SEED"])
    async with new_session() as db:
        await patch_board(seed, db)


app = FastAPI(on_startup=[start])
app.include_router(api)
