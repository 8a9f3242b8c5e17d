package dev.launchready.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** The portal's database: H2 in memory, with two tenants, their people and what is theirs. */
final class DemoDatabase implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 20;
    /** What a password is compared with where there is no account; no password gives it. */
    private static final String NOBODYS = Passwords.hash(Randomness.name());

    private final JdbcConnectionPool pool;

    DemoDatabase() {
        pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "harbor", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        script("schema.sql");
        for (Account account : Account.SEEDED) {
            Person person = account.person();
            change(
                    "insert into person values (?, ?, ?, ?, ?, ?)",
                    person.id(),
                    person.email(),
                    person.name(),
                    person.role(),
                    person.tenant(),
                    Passwords.seeded(account.password()));
        }
        script("seed.sql");
    }

    /** One row of a result: column, in lower case, to value. */
    record Row(Map<String, Object> columns) {
        String text(String column) {
            return String.valueOf(columns.get(column));
        }

        int number(String column) {
            return columns.get(column) instanceof Number number ? number.intValue() : 0;
        }
    }

    List<Row> rows(String sql, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> columns = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), result.getObject(i));
                }
                rows.add(new Row(columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Row> row(String sql, Object... values) {
        return rows(sql, values).stream().findFirst();
    }

    /** How many rows it changed. */
    int change(String sql, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Person> person(String email) {
        return row("select * from person where email = ?", email).map(DemoDatabase::person);
    }

    Optional<Person> person(int id) {
        return row("select * from person where id = ?", id).map(DemoDatabase::person);
    }

    /** Whoever has this address and this password; an unknown address takes as long as a wrong password. */
    Optional<Person> signIn(String email, String password) {
        Optional<Row> known = row("select * from person where email = ?", email);
        // the same work for an address that nobody has: the time taken must not tell
        boolean right =
                Passwords.matches(password, known.map(row -> row.text("secret")).orElse(NOBODYS));
        return known.filter(row -> right).map(DemoDatabase::person);
    }

    private static Person person(Row row) {
        return new Person(row.number("id"), row.text("email"), row.text("name"), row.text("role"), row.text("tenant"));
    }

    private void script(String name) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Resources.text(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        change("shutdown");
        pool.dispose();
    }
}
